# A policy for Open Policy Agent: may this customer go to the AI? It asks gate-splitter.mjs, which obeys the gate.
#
#   opa eval --data gate.rego --input call.json data.inspraak.gate.may_go_to_ai      call.json: {"customer": "0612"}
#
# No answer is a no: the default decides whenever the splitter is gone, slow or says anything else.
package inspraak.gate

import rego.v1

default may_go_to_ai := false

may_go_to_ai if {
	answer := http.send({
		"method": "GET",
		"url": "http://127.0.0.1:9000/may-go-to-ai",
		"headers": {"X-Customer": input.customer},
		"timeout": "200ms",
		"raise_error": false,
	})
	answer.status_code == 204
}
