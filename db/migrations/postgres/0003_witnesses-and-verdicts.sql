CREATE TABLE "redaction_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"key" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_on" text NOT NULL,
	"decided_on" text,
	CONSTRAINT "redaction_requests_state" CHECK ("redaction_requests"."state" in ('requested', 'granted', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "witness_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"of" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_on" text NOT NULL,
	"registered_on" text,
	"decided_on" text,
	CONSTRAINT "witness_proposals_of" CHECK ("witness_proposals"."of" in ('worksCouncil', 'union', 'other')),
	CONSTRAINT "witness_proposals_state" CHECK ("witness_proposals"."state" in ('proposed', 'registered', 'confirmed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "kept_files" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "kept_files_kind" CHECK ("kept_files"."kind" in ('pdf', 'png', 'jpg', 'csv'))
);
--> statement-breakpoint
CREATE TABLE "promise_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"promise_id" text NOT NULL,
	"asked_on" text NOT NULL,
	"round_id" text,
	"verdict" text,
	CONSTRAINT "promise_questions_verdict" CHECK ("promise_questions"."verdict" in ('kept', 'partly', 'broken', 'none'))
);
--> statement-breakpoint
ALTER TABLE "promise_events" DROP CONSTRAINT "promise_events_side";--> statement-breakpoint
ALTER TABLE "promise_events" ADD COLUMN "file_hash" text;--> statement-breakpoint
ALTER TABLE "promise_events" ADD COLUMN "file_name" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "owner_name" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "opened_seq" integer;--> statement-breakpoint
ALTER TABLE "redaction_requests" ADD CONSTRAINT "redaction_requests_seq_ledger_entries_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."ledger_entries"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction_requests" ADD CONSTRAINT "redaction_requests_requested_by_persons_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "witness_proposals" ADD CONSTRAINT "witness_proposals_proposed_by_persons_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_questions" ADD CONSTRAINT "promise_questions_promise_id_promises_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_questions" ADD CONSTRAINT "promise_questions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_events" ADD CONSTRAINT "promise_events_file_hash_kept_files_hash_fk" FOREIGN KEY ("file_hash") REFERENCES "public"."kept_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_events" ADD CONSTRAINT "promise_events_side" CHECK ("promise_events"."side" in ('management', 'worksCouncil', 'staff'));--> statement-breakpoint
DROP TRIGGER "promise_events_no_change" ON "promise_events";
--> statement-breakpoint
CREATE TRIGGER "promise_events_no_change" BEFORE UPDATE ON "promise_events" FOR EACH ROW WHEN ((NEW."note" <> OLD."note" AND NEW."note" <> '') OR NEW."promise_id" <> OLD."promise_id" OR NEW."version" <> OLD."version" OR NEW."kind" <> OLD."kind" OR NEW."side" <> OLD."side" OR NEW."happened_on" <> OLD."happened_on" OR NEW."status" <> OLD."status" OR (NEW."file_hash" IS NOT NULL AND NEW."file_hash" IS DISTINCT FROM OLD."file_hash")) EXECUTE FUNCTION "promises_stand"();
--> statement-breakpoint
CREATE TRIGGER "promises_owner_name" BEFORE UPDATE ON "promises" FOR EACH ROW WHEN (NEW."owner_name" IS DISTINCT FROM OLD."owner_name" AND NEW."owner_name" <> '') EXECUTE FUNCTION "promises_stand"();
--> statement-breakpoint
CREATE TRIGGER "kept_files_no_change" BEFORE UPDATE ON "kept_files" FOR EACH ROW EXECUTE FUNCTION "promises_stand"();
