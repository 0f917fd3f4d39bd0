CREATE TABLE "organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_roles" (
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "person_roles_person_id_role_pk" PRIMARY KEY("person_id","role"),
	CONSTRAINT "person_roles_role" CHECK ("person_roles"."role" in ('agent', 'teamLead', 'workgroupMember', 'worksCouncil', 'executive', 'hr', 'projectLead', 'platformAdmin'))
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"given_name" text NOT NULL,
	"surname_prefix" text NOT NULL,
	"surname" text NOT NULL,
	"team_id" text NOT NULL,
	"language" text,
	"password_hash" text,
	"left_at" bigint,
	CONSTRAINT "persons_email_unique" UNIQUE("email"),
	CONSTRAINT "persons_language" CHECK ("persons"."language" in ('nl', 'en', 'fr'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"jurisdiction" text NOT NULL,
	CONSTRAINT "sites_name_unique" UNIQUE("name"),
	CONSTRAINT "sites_jurisdiction" CHECK ("sites"."jurisdiction" in ('NL', 'BE'))
);
--> statement-breakpoint
CREATE TABLE "staff_list_version" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"site_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issuances" (
	"round_id" text NOT NULL,
	"person_id" text NOT NULL,
	"blinded_sha256" text NOT NULL,
	CONSTRAINT "issuances_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "published_cells" (
	"round_id" text NOT NULL,
	"cell_id" text NOT NULL,
	"item_id" text NOT NULL,
	"n" integer NOT NULL,
	"favourable_low" integer NOT NULL,
	"favourable_high" integer NOT NULL,
	"unfavourable_low" integer NOT NULL,
	"unfavourable_high" integer NOT NULL,
	CONSTRAINT "published_cells_round_id_cell_id_item_id_pk" PRIMARY KEY("round_id","cell_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "published_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"cell_id" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_responses" (
	"round_id" text PRIMARY KEY NOT NULL,
	"heard" text NOT NULL,
	"will_do" text NOT NULL,
	"will_not_do" text NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reporting_units" (
	"round_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"label" text NOT NULL,
	"roster" integer NOT NULL,
	"issue_key_spki" "bytea" NOT NULL,
	CONSTRAINT "reporting_units_round_id_unit_id_pk" PRIMARY KEY("round_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"with_pilot_item" boolean NOT NULL,
	"issuing_from" text NOT NULL,
	"opens_on" text NOT NULL,
	"closes_on" text NOT NULL,
	"manifest" text,
	"manifest_sha256" text,
	"unit_tree" text,
	"closing_step" text,
	"totals" text,
	"results_sha256" text,
	"receipts_sha256" text,
	"void_reason" text,
	CONSTRAINT "rounds_number_unique" UNIQUE("number"),
	CONSTRAINT "rounds_state" CHECK ("rounds"."state" in ('draft', 'issuing', 'open', 'closed', 'published', 'void'))
);
--> statement-breakpoint
CREATE TABLE "unit_members" (
	"round_id" text NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"salt" "bytea" NOT NULL,
	CONSTRAINT "unit_members_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuances" ADD CONSTRAINT "issuances_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuances" ADD CONSTRAINT "issuances_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_cells" ADD CONSTRAINT "published_cells_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_comments" ADD CONSTRAINT "published_comments_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_responses" ADD CONSTRAINT "published_responses_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_units" ADD CONSTRAINT "reporting_units_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_members" ADD CONSTRAINT "unit_members_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_members" ADD CONSTRAINT "unit_members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "persons_team" ON "persons" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "teams_parent" ON "teams" USING btree ("parent_id");