CREATE TABLE "promise_events" (
	"promise_id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"happened_on" text NOT NULL,
	"status" text NOT NULL,
	"note" text NOT NULL,
	"changed" text,
	CONSTRAINT "promise_events_promise_id_version_pk" PRIMARY KEY("promise_id","version"),
	CONSTRAINT "promise_events_kind" CHECK ("promise_events"."kind" in ('made', 'amended', 'moved', 'evidence')),
	CONSTRAINT "promise_events_side" CHECK ("promise_events"."side" in ('management', 'worksCouncil')),
	CONSTRAINT "promise_events_status" CHECK ("promise_events"."status" in ('made', 'underWay', 'claimedKept', 'claimedPartly', 'claimedBroken', 'disputed', 'kept', 'partly', 'broken', 'withdrawn', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"text" text NOT NULL,
	"why" text NOT NULL,
	"owner_role" text NOT NULL,
	"due_on" text NOT NULL,
	"scope" text NOT NULL,
	"exclusions" text NOT NULL,
	"measure" text NOT NULL,
	"made_on" text NOT NULL,
	"place" text,
	"barrier" text,
	"round_id" text,
	"entered_on" text NOT NULL,
	"entered_later" boolean NOT NULL,
	"successor_id" text,
	"withdrawal_agreed" boolean NOT NULL,
	CONSTRAINT "promises_number_unique" UNIQUE("number"),
	CONSTRAINT "promises_status" CHECK ("promises"."status" in ('made', 'underWay', 'claimedKept', 'claimedPartly', 'claimedBroken', 'disputed', 'kept', 'partly', 'broken', 'withdrawn', 'superseded')),
	CONSTRAINT "promises_owner_role" CHECK ("promises"."owner_role" in ('executive', 'hr', 'projectLead', 'teamLead')),
	CONSTRAINT "promises_barrier" CHECK ("promises"."barrier" in ('job_loss', 'distrust', 'ai_fails', 'too_old', 'unheard'))
);
--> statement-breakpoint
ALTER TABLE "promise_events" ADD CONSTRAINT "promise_events_promise_id_promises_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE FUNCTION "promises_stand"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'what was promised stands; amend it beside the first words';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "promises_no_change" BEFORE UPDATE ON "promises" FOR EACH ROW WHEN ((NEW."text" <> OLD."text" AND NEW."text" <> '') OR (NEW."why" <> OLD."why" AND NEW."why" <> '') OR (NEW."scope" <> OLD."scope" AND NEW."scope" <> '') OR (NEW."exclusions" <> OLD."exclusions" AND NEW."exclusions" <> '') OR (NEW."measure" <> OLD."measure" AND NEW."measure" <> '') OR NEW."id" <> OLD."id" OR NEW."number" <> OLD."number" OR NEW."owner_role" <> OLD."owner_role" OR NEW."due_on" <> OLD."due_on" OR NEW."made_on" <> OLD."made_on" OR NEW."entered_on" <> OLD."entered_on" OR NEW."entered_later" <> OLD."entered_later") EXECUTE FUNCTION "promises_stand"();
--> statement-breakpoint
CREATE TRIGGER "promises_no_delete" BEFORE DELETE ON "promises" FOR EACH ROW EXECUTE FUNCTION "promises_stand"();
--> statement-breakpoint
CREATE TRIGGER "promises_no_truncate" BEFORE TRUNCATE ON "promises" FOR EACH STATEMENT EXECUTE FUNCTION "promises_stand"();
--> statement-breakpoint
CREATE TRIGGER "promise_events_no_change" BEFORE UPDATE ON "promise_events" FOR EACH ROW WHEN ((NEW."note" <> OLD."note" AND NEW."note" <> '') OR NEW."promise_id" <> OLD."promise_id" OR NEW."version" <> OLD."version" OR NEW."kind" <> OLD."kind" OR NEW."side" <> OLD."side" OR NEW."happened_on" <> OLD."happened_on" OR NEW."status" <> OLD."status") EXECUTE FUNCTION "promises_stand"();
--> statement-breakpoint
CREATE TRIGGER "promise_events_no_delete" BEFORE DELETE ON "promise_events" FOR EACH ROW EXECUTE FUNCTION "promises_stand"();
--> statement-breakpoint
CREATE TRIGGER "promise_events_no_truncate" BEFORE TRUNCATE ON "promise_events" FOR EACH STATEMENT EXECUTE FUNCTION "promises_stand"();
