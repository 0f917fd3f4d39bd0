CREATE TABLE "barrier_checks" (
	"round_id" text PRIMARY KEY NOT NULL,
	"with_mirror" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "embargoes" (
	"round_id" text PRIMARY KEY NOT NULL,
	"until" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exam_answers" (
	"question_id" text PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"changed_by" text NOT NULL,
	"published_on" text,
	"seq" integer
);
--> statement-breakpoint
CREATE TABLE "lead_predictions" (
	"round_id" text NOT NULL,
	"person_id" text NOT NULL,
	"barrier" text NOT NULL,
	"of_ten" integer NOT NULL,
	CONSTRAINT "lead_predictions_round_id_person_id_barrier_pk" PRIMARY KEY("round_id","person_id","barrier")
);
--> statement-breakpoint
CREATE TABLE "self_check_answers" (
	"round_id" text NOT NULL,
	"part" text NOT NULL,
	"item_id" text NOT NULL,
	"value" integer NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "self_check_answers_round_id_part_item_id_pk" PRIMARY KEY("round_id","part","item_id"),
	CONSTRAINT "self_check_answers_part" CHECK ("self_check_answers"."part" in ('answer', 'expectation'))
);
--> statement-breakpoint
CREATE TABLE "self_checks" (
	"round_id" text PRIMARY KEY NOT NULL,
	"handed_in_by" text NOT NULL,
	"handed_in_on" text NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "barrier_checks" ADD CONSTRAINT "barrier_checks_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargoes" ADD CONSTRAINT "embargoes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_answers" ADD CONSTRAINT "exam_answers_changed_by_persons_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_predictions" ADD CONSTRAINT "lead_predictions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_predictions" ADD CONSTRAINT "lead_predictions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_check_answers" ADD CONSTRAINT "self_check_answers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_check_answers" ADD CONSTRAINT "self_check_answers_changed_by_persons_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_checks" ADD CONSTRAINT "self_checks_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_checks" ADD CONSTRAINT "self_checks_handed_in_by_persons_id_fk" FOREIGN KEY ("handed_in_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;