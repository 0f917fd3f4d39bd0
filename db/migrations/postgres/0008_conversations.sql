CREATE TABLE "access_log" (
	"id" text PRIMARY KEY NOT NULL,
	"thing_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"deed" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "access_log_deed" CHECK ("access_log"."deed" in ('began', 'read', 'wrote', 'agreed', 'objected', 'shared', 'ended', 'rewrapped'))
);
--> statement-breakpoint
CREATE TABLE "conversation_records" (
	"conversation_id" text NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"sealed_shared" text NOT NULL,
	"sealed_own" text,
	"sealed_objection" text,
	"lead_agreed_on" text,
	"employee_agreed_on" text,
	"follow_up_on" text,
	CONSTRAINT "conversation_records_conversation_id_version_pk" PRIMARY KEY("conversation_id","version")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"lead_id" text NOT NULL,
	"invited_by" text NOT NULL,
	"state" text NOT NULL,
	"invited_on" text NOT NULL,
	"planned_for" bigint,
	"held_on" text,
	"ended_on" text,
	"is_counted" boolean NOT NULL,
	CONSTRAINT "conversations_invited_by" CHECK ("conversations"."invited_by" in ('employee', 'lead')),
	CONSTRAINT "conversations_state" CHECK ("conversations"."state" in ('invited', 'declined', 'planned', 'held', 'withdrawn', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "development_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"revision" integer NOT NULL,
	"sealed" text NOT NULL,
	"sight" text NOT NULL,
	"review_on" text,
	"changed_on" text NOT NULL,
	CONSTRAINT "development_plans_personId_unique" UNIQUE("person_id"),
	CONSTRAINT "development_plans_sight" CHECK ("development_plans"."sight" in ('onlyMe', 'lead', 'hr', 'leadAndHr'))
);
--> statement-breakpoint
CREATE TABLE "key_wraps" (
	"thing_id" text NOT NULL,
	"person_id" text NOT NULL,
	"wrapped" text NOT NULL,
	"given_on" text NOT NULL,
	"ends_on" text,
	CONSTRAINT "key_wraps_thing_id_person_id_pk" PRIMARY KEY("thing_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "own_keys" (
	"person_id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"locked_key" text NOT NULL,
	"salt" text NOT NULL,
	"iv" text NOT NULL,
	"stretching" integer NOT NULL,
	"made_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talk_figures" (
	"month" text NOT NULL,
	"cell_id" text NOT NULL,
	"about" text NOT NULL,
	"n" integer NOT NULL,
	"favourable_low" integer NOT NULL,
	"favourable_high" integer NOT NULL,
	"unfavourable_low" integer NOT NULL,
	"unfavourable_high" integer NOT NULL,
	CONSTRAINT "talk_figures_month_cell_id_about_pk" PRIMARY KEY("month","cell_id","about")
);
--> statement-breakpoint
CREATE TABLE "talk_marks" (
	"month" text NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "talk_marks_month_mark_pk" PRIMARY KEY("month","mark")
);
--> statement-breakpoint
CREATE TABLE "talk_tallies" (
	"month" text NOT NULL,
	"team_id" text NOT NULL,
	"no_talk" integer NOT NULL,
	"no_record" integer NOT NULL,
	"recorded" integer NOT NULL,
	CONSTRAINT "talk_tallies_month_team_id_pk" PRIMARY KEY("month","team_id")
);
--> statement-breakpoint
CREATE TABLE "told_months" (
	"month" text PRIMARY KEY NOT NULL,
	"told_on" text NOT NULL,
	"unit_tree" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_slips" (
	"id" text PRIMARY KEY NOT NULL,
	"month" text NOT NULL,
	"team_id" text NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"part" text NOT NULL,
	"version" integer NOT NULL,
	"line" text NOT NULL,
	"because" text,
	"until_on" text,
	"changed_on" text NOT NULL,
	CONSTRAINT "board_lines_part" CHECK ("board_lines"."part" in ('known', 'unknown', 'unsayable'))
);
--> statement-breakpoint
CREATE TABLE "team_agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"talk_id" text NOT NULL,
	"team_id" text NOT NULL,
	"action" text NOT NULL,
	"owner" text NOT NULL,
	"agreed_on" text NOT NULL,
	"due_on" text NOT NULL,
	"outcome" text,
	"ended_on" text,
	"because" text,
	"promise_asked_on" text,
	"promise_id" text,
	CONSTRAINT "team_agreements_owner" CHECK ("team_agreements"."owner" in ('team', 'teamLead', 'management', 'hr', 'ict')),
	CONSTRAINT "team_agreements_outcome" CHECK ("team_agreements"."outcome" in ('done', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "team_talks" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"lead_id" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"planned_for" bigint NOT NULL,
	"held_on" text,
	"guide_slug" text,
	"round_id" text,
	"asked_in_round_id" text,
	CONSTRAINT "team_talks_state" CHECK ("team_talks"."state" in ('planned', 'held', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_actor_id_persons_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_records" ADD CONSTRAINT "conversation_records_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_employee_id_persons_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_lead_id_persons_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "development_plans" ADD CONSTRAINT "development_plans_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_wraps" ADD CONSTRAINT "key_wraps_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_keys" ADD CONSTRAINT "own_keys_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_figures" ADD CONSTRAINT "talk_figures_month_told_months_month_fk" FOREIGN KEY ("month") REFERENCES "public"."told_months"("month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_tallies" ADD CONSTRAINT "talk_tallies_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_slips" ADD CONSTRAINT "topic_slips_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_agreements" ADD CONSTRAINT "team_agreements_talk_id_team_talks_id_fk" FOREIGN KEY ("talk_id") REFERENCES "public"."team_talks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_agreements" ADD CONSTRAINT "team_agreements_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_agreements" ADD CONSTRAINT "team_agreements_promise_id_promises_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_talks" ADD CONSTRAINT "team_talks_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_talks" ADD CONSTRAINT "team_talks_lead_id_persons_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_talks" ADD CONSTRAINT "team_talks_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_talks" ADD CONSTRAINT "team_talks_asked_in_round_id_rounds_id_fk" FOREIGN KEY ("asked_in_round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_thing" ON "access_log" USING btree ("thing_id");--> statement-breakpoint
CREATE INDEX "conversations_employee" ON "conversations" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "conversations_lead" ON "conversations" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "key_wraps_person" ON "key_wraps" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "team_agreements_team" ON "team_agreements" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "team_talks_team" ON "team_talks" USING btree ("team_id");