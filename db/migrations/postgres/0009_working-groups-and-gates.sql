CREATE TABLE "criteria" (
	"gate_id" text NOT NULL,
	"version" integer NOT NULL,
	"number" integer NOT NULL,
	"measure" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"threshold_milli" integer NOT NULL,
	"source" text NOT NULL,
	"minimum_volume" integer NOT NULL,
	CONSTRAINT "criteria_gate_id_version_number_pk" PRIMARY KEY("gate_id","version","number"),
	CONSTRAINT "criteria_direction" CHECK ("criteria"."direction" in ('atLeast', 'atMost'))
);
--> statement-breakpoint
CREATE TABLE "gate_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"listener_id" text NOT NULL,
	"body" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" bigint NOT NULL,
	"delivered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "gate_keys" (
	"gate_id" text NOT NULL,
	"version" integer NOT NULL,
	"holder" text NOT NULL,
	"turned_on" text NOT NULL,
	"reason" text NOT NULL,
	"proposal_id" text,
	"file_hash" text,
	"file_name" text,
	CONSTRAINT "gate_keys_gate_id_version_holder_pk" PRIMARY KEY("gate_id","version","holder"),
	CONSTRAINT "gate_keys_holder" CHECK ("gate_keys"."holder" in ('workgroup', 'formal'))
);
--> statement-breakpoint
CREATE TABLE "gate_listeners" (
	"id" text PRIMARY KEY NOT NULL,
	"gate_id" text NOT NULL,
	"address" text NOT NULL,
	"sealed_secret" "bytea" NOT NULL,
	"added_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gate_meters" (
	"id" text PRIMARY KEY NOT NULL,
	"gate_id" text NOT NULL,
	"name" text NOT NULL,
	"sealed_secret" "bytea" NOT NULL,
	"added_on" text NOT NULL,
	"removed_on" text
);
--> statement-breakpoint
CREATE TABLE "gate_steps" (
	"gate_id" text NOT NULL,
	"version" integer NOT NULL,
	"target_pct" integer NOT NULL,
	"frozen_on" text,
	"measuring_from" text,
	"is_judged_good" boolean NOT NULL,
	"judged_on" text,
	"opened_on" text,
	CONSTRAINT "gate_steps_gate_id_version_pk" PRIMARY KEY("gate_id","version")
);
--> statement-breakpoint
CREATE TABLE "gates" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"use_case_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "gates_number_unique" UNIQUE("number"),
	CONSTRAINT "gates_kind" CHECK ("gates"."kind" in ('pilotStart', 'goLive', 'scale', 'recording'))
);
--> statement-breakpoint
CREATE TABLE "measurements" (
	"id" text PRIMARY KEY NOT NULL,
	"gate_id" text NOT NULL,
	"version" integer NOT NULL,
	"criterion" integer NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL,
	"value_milli" integer NOT NULL,
	"volume" integer NOT NULL,
	"way" text NOT NULL,
	"entered_on" text NOT NULL,
	CONSTRAINT "measurements_way" CHECK ("measurements"."way" in ('form', 'csv', 'api'))
);
--> statement-breakpoint
CREATE TABLE "phase_outputs" (
	"use_case_id" text NOT NULL,
	"phase" text NOT NULL,
	"output" text NOT NULL,
	"proof" text NOT NULL,
	"shown_on" text NOT NULL,
	"file_hash" text,
	"file_name" text,
	CONSTRAINT "phase_outputs_use_case_id_phase_output_pk" PRIMARY KEY("use_case_id","phase","output"),
	CONSTRAINT "phase_outputs_phase" CHECK ("phase_outputs"."phase" in ('listen', 'prototype', 'scale'))
);
--> statement-breakpoint
CREATE TABLE "recurring_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"use_case_id" text NOT NULL,
	"words" text NOT NULL,
	"who" text NOT NULL,
	"every_days" integer NOT NULL,
	"next_due_on" text NOT NULL,
	"ended_on" text
);
--> statement-breakpoint
CREATE TABLE "tasks_done" (
	"task_id" text NOT NULL,
	"due_on" text NOT NULL,
	"done_on" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "tasks_done_task_id_due_on_pk" PRIMARY KEY("task_id","due_on")
);
--> statement-breakpoint
CREATE TABLE "use_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"workgroup_id" text NOT NULL,
	"name" text NOT NULL,
	"phase" text NOT NULL,
	"entered_on" text NOT NULL,
	CONSTRAINT "use_cases_number_unique" UNIQUE("number"),
	CONSTRAINT "use_cases_phase" CHECK ("use_cases"."phase" in ('listen', 'prototype', 'scale'))
);
--> statement-breakpoint
CREATE TABLE "veto_moves" (
	"veto_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"side" text NOT NULL,
	"moved_on" text NOT NULL,
	"reason" text NOT NULL,
	"signed_by" text,
	CONSTRAINT "veto_moves_veto_id_number_pk" PRIMARY KEY("veto_id","number"),
	CONSTRAINT "veto_moves_state" CHECK ("veto_moves"."state" in ('raised', 'answered', 'escalated', 'accepted', 'persuaded', 'overridden')),
	CONSTRAINT "veto_moves_side" CHECK ("veto_moves"."side" in ('group', 'management', 'director'))
);
--> statement-breakpoint
CREATE TABLE "vetoes" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"gate_id" text NOT NULL,
	"version" integer NOT NULL,
	"criterion" integer NOT NULL,
	"state" text NOT NULL,
	"raised_on" text NOT NULL,
	"answer_due_on" text NOT NULL,
	"evidence" text NOT NULL,
	"persuade" text NOT NULL,
	"proposal_id" text NOT NULL,
	CONSTRAINT "vetoes_number_unique" UNIQUE("number"),
	CONSTRAINT "vetoes_state" CHECK ("vetoes"."state" in ('raised', 'answered', 'escalated', 'accepted', 'persuaded', 'overridden'))
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"workgroup_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"from_account" text NOT NULL,
	"to_account" text NOT NULL,
	"cents" integer NOT NULL,
	"what" text NOT NULL,
	"booked_on" text NOT NULL,
	"corrects" integer,
	"proposal_id" text,
	"file_hash" text,
	"file_name" text,
	CONSTRAINT "bookings_workgroup_id_number_pk" PRIMARY KEY("workgroup_id","number"),
	CONSTRAINT "bookings_kind" CHECK ("bookings"."kind" in ('grant', 'cut', 'commitment', 'expense', 'release', 'correction')),
	CONSTRAINT "bookings_from_account" CHECK ("bookings"."from_account" in ('pool', 'free', 'committed', 'spent')),
	CONSTRAINT "bookings_to_account" CHECK ("bookings"."to_account" in ('pool', 'free', 'committed', 'spent'))
);
--> statement-breakpoint
CREATE TABLE "contributions" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL,
	"said_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"workgroup_id" text NOT NULL,
	"announced_seq" integer PRIMARY KEY NOT NULL,
	"list" text NOT NULL,
	"held_on" text,
	"seed" text,
	"chosen" text
);
--> statement-breakpoint
CREATE TABLE "group_seats" (
	"workgroup_id" text NOT NULL,
	"person_id" text NOT NULL,
	"office" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL,
	"left_on" text,
	CONSTRAINT "group_seats_workgroup_id_person_id_from_on_pk" PRIMARY KEY("workgroup_id","person_id","from_on"),
	CONSTRAINT "group_seats_office" CHECK ("group_seats"."office" in ('member', 'chair', 'secretary', 'treasurer'))
);
--> statement-breakpoint
CREATE TABLE "group_votes" (
	"proposal_id" text NOT NULL,
	"person_id" text NOT NULL,
	"choice" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "group_votes_proposal_id_person_id_pk" PRIMARY KEY("proposal_id","person_id"),
	CONSTRAINT "group_votes_choice" CHECK ("group_votes"."choice" in ('consent', 'aside', 'object'))
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"workgroup_id" text NOT NULL,
	"version" integer NOT NULL,
	"words" text NOT NULL,
	"entered_on" text NOT NULL,
	CONSTRAINT "mandates_workgroup_id_version_pk" PRIMARY KEY("workgroup_id","version")
);
--> statement-breakpoint
CREATE TABLE "member_hours" (
	"workgroup_id" text NOT NULL,
	"person_id" text NOT NULL,
	"week" text NOT NULL,
	"promised_minutes" integer NOT NULL,
	"rostered_minutes" integer NOT NULL,
	"used_minutes" integer NOT NULL,
	"pulled_back_minutes" integer NOT NULL,
	CONSTRAINT "member_hours_workgroup_id_person_id_week_pk" PRIMARY KEY("workgroup_id","person_id","week")
);
--> statement-breakpoint
CREATE TABLE "peer_questions" (
	"proposal_id" text PRIMARY KEY NOT NULL,
	"asked_on" text NOT NULL,
	"round_id" text
);
--> statement-breakpoint
CREATE TABLE "presentations" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"held_on" text NOT NULL,
	"audience" integer NOT NULL,
	"changed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"workgroup_id" text NOT NULL,
	"subject" text NOT NULL,
	"about" text,
	"detail" text,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"quorum_pct" integer NOT NULL,
	"majority_pct" integer NOT NULL,
	"veto_pct" integer NOT NULL,
	"proposed_on" text NOT NULL,
	"closes_at" bigint,
	"closed_on" text,
	"consents" integer,
	"asides" integer,
	"objections" integer,
	"reasons" text,
	"applied_on" text,
	"handed_on" text,
	CONSTRAINT "proposals_subject" CHECK ("proposals"."subject" in ('plan', 'expense', 'criteria', 'verdict', 'key', 'veto', 'persuaded', 'escalate', 'other')),
	CONSTRAINT "proposals_state" CHECK ("proposals"."state" in ('discussion', 'voting', 'adopted', 'rejected', 'lapsed'))
);
--> statement-breakpoint
CREATE TABLE "seat_rules" (
	"workgroup_id" text NOT NULL,
	"trait" text NOT NULL,
	"value" text NOT NULL,
	"at_least" integer NOT NULL,
	CONSTRAINT "seat_rules_workgroup_id_trait_value_pk" PRIMARY KEY("workgroup_id","trait","value"),
	CONSTRAINT "seat_rules_trait" CHECK ("seat_rules"."trait" in ('site', 'shift', 'contract'))
);
--> statement-breakpoint
CREATE TABLE "volunteers" (
	"workgroup_id" text NOT NULL,
	"person_id" text NOT NULL,
	"number" integer,
	"site_id" text NOT NULL,
	"shift" text NOT NULL,
	"contract" text NOT NULL,
	CONSTRAINT "volunteers_workgroup_id_person_id_pk" PRIMARY KEY("workgroup_id","person_id"),
	CONSTRAINT "volunteers_shift" CHECK ("volunteers"."shift" in ('day', 'evening', 'night', 'mixed')),
	CONSTRAINT "volunteers_contract" CHECK ("volunteers"."contract" in ('permanent', 'fixedTerm', 'agency'))
);
--> statement-breakpoint
CREATE TABLE "workgroups" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"seats" integer NOT NULL,
	"weekly_minutes" integer NOT NULL,
	"founded_on" text NOT NULL,
	"veto_promise_id" text,
	CONSTRAINT "workgroups_number_unique" UNIQUE("number"),
	CONSTRAINT "workgroups_state" CHECK ("workgroups"."state" in ('forming', 'working', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "gate_deliveries" ADD CONSTRAINT "gate_deliveries_listener_id_gate_listeners_id_fk" FOREIGN KEY ("listener_id") REFERENCES "public"."gate_listeners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_keys" ADD CONSTRAINT "gate_keys_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_keys" ADD CONSTRAINT "gate_keys_file_hash_kept_files_hash_fk" FOREIGN KEY ("file_hash") REFERENCES "public"."kept_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_listeners" ADD CONSTRAINT "gate_listeners_gate_id_gates_id_fk" FOREIGN KEY ("gate_id") REFERENCES "public"."gates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_meters" ADD CONSTRAINT "gate_meters_gate_id_gates_id_fk" FOREIGN KEY ("gate_id") REFERENCES "public"."gates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_steps" ADD CONSTRAINT "gate_steps_gate_id_gates_id_fk" FOREIGN KEY ("gate_id") REFERENCES "public"."gates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gates" ADD CONSTRAINT "gates_use_case_id_use_cases_id_fk" FOREIGN KEY ("use_case_id") REFERENCES "public"."use_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_outputs" ADD CONSTRAINT "phase_outputs_use_case_id_use_cases_id_fk" FOREIGN KEY ("use_case_id") REFERENCES "public"."use_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_outputs" ADD CONSTRAINT "phase_outputs_file_hash_kept_files_hash_fk" FOREIGN KEY ("file_hash") REFERENCES "public"."kept_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_tasks" ADD CONSTRAINT "recurring_tasks_use_case_id_use_cases_id_fk" FOREIGN KEY ("use_case_id") REFERENCES "public"."use_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks_done" ADD CONSTRAINT "tasks_done_task_id_recurring_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."recurring_tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_cases" ADD CONSTRAINT "use_cases_workgroup_id_workgroups_id_fk" FOREIGN KEY ("workgroup_id") REFERENCES "public"."workgroups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "veto_moves" ADD CONSTRAINT "veto_moves_veto_id_vetoes_id_fk" FOREIGN KEY ("veto_id") REFERENCES "public"."vetoes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vetoes" ADD CONSTRAINT "vetoes_gate_id_gates_id_fk" FOREIGN KEY ("gate_id") REFERENCES "public"."gates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vetoes" ADD CONSTRAINT "vetoes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_workgroup_id_workgroups_id_fk" FOREIGN KEY ("workgroup_id") REFERENCES "public"."workgroups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_file_hash_kept_files_hash_fk" FOREIGN KEY ("file_hash") REFERENCES "public"."kept_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_workgroup_id_workgroups_id_fk" FOREIGN KEY ("workgroup_id") REFERENCES "public"."workgroups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_seats" ADD CONSTRAINT "group_seats_workgroup_id_workgroups_id_fk" FOREIGN KEY ("workgroup_id") REFERENCES "public"."workgroups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_seats" ADD CONSTRAINT "group_seats_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_votes" ADD CONSTRAINT "group_votes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_votes" ADD CONSTRAINT "group_votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_workgroup_id_workgroups_id_fk" FOREIGN KEY ("workgroup_id") REFERENCES "public"."workgroups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_hours" ADD CONSTRAINT "member_hours_workgroup_id_workgroups_id_fk" FOREIGN KEY ("workgroup_id") REFERENCES "public"."workgroups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_hours" ADD CONSTRAINT "member_hours_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_questions" ADD CONSTRAINT "peer_questions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_questions" ADD CONSTRAINT "peer_questions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentations" ADD CONSTRAINT "presentations_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_workgroup_id_workgroups_id_fk" FOREIGN KEY ("workgroup_id") REFERENCES "public"."workgroups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_rules" ADD CONSTRAINT "seat_rules_workgroup_id_workgroups_id_fk" FOREIGN KEY ("workgroup_id") REFERENCES "public"."workgroups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_workgroup_id_workgroups_id_fk" FOREIGN KEY ("workgroup_id") REFERENCES "public"."workgroups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workgroups" ADD CONSTRAINT "workgroups_veto_promise_id_promises_id_fk" FOREIGN KEY ("veto_promise_id") REFERENCES "public"."promises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gate_deliveries_next" ON "gate_deliveries" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "measurements_step" ON "measurements" USING btree ("gate_id","version");--> statement-breakpoint
CREATE INDEX "recurring_tasks_use_case" ON "recurring_tasks" USING btree ("use_case_id");--> statement-breakpoint
CREATE INDEX "vetoes_gate" ON "vetoes" USING btree ("gate_id");--> statement-breakpoint
CREATE INDEX "contributions_proposal" ON "contributions" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "proposals_workgroup" ON "proposals" USING btree ("workgroup_id");