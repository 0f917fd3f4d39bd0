CREATE TABLE "comment_holds" (
	"round_id" text PRIMARY KEY NOT NULL,
	"held_until" text NOT NULL,
	"released_on" text,
	"blanked" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_replies" (
	"comment_id" text NOT NULL,
	"side" text NOT NULL,
	"body" text NOT NULL,
	"replied_on" text NOT NULL,
	CONSTRAINT "comment_replies_comment_id_side_pk" PRIMARY KEY("comment_id","side"),
	CONSTRAINT "comment_replies_side" CHECK ("comment_replies"."side" in ('management', 'worksCouncil'))
);
--> statement-breakpoint
CREATE TABLE "confidants" (
	"person_id" text PRIMARY KEY NOT NULL,
	"since" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "council_keys" (
	"round_id" text PRIMARY KEY NOT NULL,
	"box_key_spki" "bytea",
	"signing_key" text,
	"made_on" text
);
--> statement-breakpoint
CREATE TABLE "held_cells" (
	"round_id" text NOT NULL,
	"cell_id" text NOT NULL,
	"item_id" text NOT NULL,
	"since_round_id" text,
	"since_cell_id" text,
	CONSTRAINT "held_cells_round_id_cell_id_item_id_pk" PRIMARY KEY("round_id","cell_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "roster_confirmations" (
	"round_id" text PRIMARY KEY NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_members" (
	"round_id" text NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text NOT NULL,
	CONSTRAINT "roster_members_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "slip_batches" (
	"round_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"slips" integer NOT NULL,
	"made_on" text NOT NULL,
	CONSTRAINT "slip_batches_round_id_unit_id_pk" PRIMARY KEY("round_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "witness_proposals" ADD COLUMN "registered_by" text;--> statement-breakpoint
ALTER TABLE "comment_holds" ADD CONSTRAINT "comment_holds_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_replies" ADD CONSTRAINT "comment_replies_comment_id_published_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."published_comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidants" ADD CONSTRAINT "confidants_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_keys" ADD CONSTRAINT "council_keys_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_cells" ADD CONSTRAINT "held_cells_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_cells" ADD CONSTRAINT "held_cells_since_round_id_rounds_id_fk" FOREIGN KEY ("since_round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_confirmations" ADD CONSTRAINT "roster_confirmations_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_confirmations" ADD CONSTRAINT "roster_confirmations_confirmed_by_persons_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_members" ADD CONSTRAINT "roster_members_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slip_batches" ADD CONSTRAINT "slip_batches_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "witness_proposals" ADD CONSTRAINT "witness_proposals_registered_by_persons_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;
