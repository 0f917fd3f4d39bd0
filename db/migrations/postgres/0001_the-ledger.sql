CREATE TABLE "ledger_checkpoints" (
	"size" integer PRIMARY KEY NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_cosignatures" (
	"size" integer NOT NULL,
	"witness" text NOT NULL,
	"line" text NOT NULL,
	CONSTRAINT "ledger_cosignatures_size_witness_pk" PRIMARY KEY("size","witness")
);
--> statement-breakpoint
CREATE TABLE "ledger_edge" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"size" integer NOT NULL,
	"byte_length" integer NOT NULL,
	"last_day" text NOT NULL,
	"hashes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"seq" integer PRIMARY KEY NOT NULL,
	"bytes" text NOT NULL,
	"leaf" "bytea" NOT NULL,
	"starts_at" integer NOT NULL,
	CONSTRAINT "ledger_entries_startsAt_unique" UNIQUE("starts_at")
);
--> statement-breakpoint
CREATE TABLE "ledger_openings" (
	"seq" integer NOT NULL,
	"key" text NOT NULL,
	"salt" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "ledger_openings_seq_key_pk" PRIMARY KEY("seq","key")
);
--> statement-breakpoint
CREATE TABLE "ledger_witnesses" (
	"added_seq" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"removed_seq" integer
);
--> statement-breakpoint
ALTER TABLE "ledger_cosignatures" ADD CONSTRAINT "ledger_cosignatures_size_ledger_checkpoints_size_fk" FOREIGN KEY ("size") REFERENCES "public"."ledger_checkpoints"("size") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_openings" ADD CONSTRAINT "ledger_openings_seq_ledger_entries_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."ledger_entries"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_witnesses" ADD CONSTRAINT "ledger_witnesses_added_seq_ledger_entries_seq_fk" FOREIGN KEY ("added_seq") REFERENCES "public"."ledger_entries"("seq") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE FUNCTION "ledger_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the ledger is append-only';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "ledger_entries_no_change" BEFORE UPDATE OR DELETE ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION "ledger_is_append_only"();
--> statement-breakpoint
CREATE TRIGGER "ledger_entries_no_truncate" BEFORE TRUNCATE ON "ledger_entries" FOR EACH STATEMENT EXECUTE FUNCTION "ledger_is_append_only"();
--> statement-breakpoint
CREATE TRIGGER "ledger_checkpoints_no_change" BEFORE UPDATE OR DELETE ON "ledger_checkpoints" FOR EACH ROW EXECUTE FUNCTION "ledger_is_append_only"();
--> statement-breakpoint
CREATE TRIGGER "ledger_checkpoints_no_truncate" BEFORE TRUNCATE ON "ledger_checkpoints" FOR EACH STATEMENT EXECUTE FUNCTION "ledger_is_append_only"();
--> statement-breakpoint
CREATE TRIGGER "ledger_cosignatures_no_change" BEFORE UPDATE OR DELETE ON "ledger_cosignatures" FOR EACH ROW EXECUTE FUNCTION "ledger_is_append_only"();
--> statement-breakpoint
CREATE TRIGGER "ledger_cosignatures_no_truncate" BEFORE TRUNCATE ON "ledger_cosignatures" FOR EACH STATEMENT EXECUTE FUNCTION "ledger_is_append_only"();
