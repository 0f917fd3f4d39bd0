CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person_roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "person_roles_role" CHECK("person_roles"."role" in ('agent', 'teamLead', 'workgroupMember', 'worksCouncil', 'executive', 'hr', 'projectLead', 'platformAdmin'))
);
--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`given_name` text NOT NULL,
	`surname_prefix` text NOT NULL,
	`surname` text NOT NULL,
	`team_id` text NOT NULL,
	`language` text,
	`password_hash` text,
	`left_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "persons_language" CHECK("persons"."language" in ('nl', 'en', 'fr'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_email_unique` ON `persons` (`email`);--> statement-breakpoint
CREATE INDEX `persons_team` ON `persons` (`team_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`jurisdiction` text NOT NULL,
	CONSTRAINT "sites_jurisdiction" CHECK("sites"."jurisdiction" in ('NL', 'BE'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_name_unique` ON `sites` (`name`);--> statement-breakpoint
CREATE TABLE `staff_list_version` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent_id` text,
	`site_id` text NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `teams_parent` ON `teams` (`parent_id`);--> statement-breakpoint
CREATE TABLE `issuances` (
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	`blinded_sha256` text NOT NULL,
	PRIMARY KEY(`round_id`, `person_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `published_cells` (
	`round_id` text NOT NULL,
	`cell_id` text NOT NULL,
	`item_id` text NOT NULL,
	`n` integer NOT NULL,
	`favourable_low` integer NOT NULL,
	`favourable_high` integer NOT NULL,
	`unfavourable_low` integer NOT NULL,
	`unfavourable_high` integer NOT NULL,
	PRIMARY KEY(`round_id`, `cell_id`, `item_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `published_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`cell_id` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `published_responses` (
	`round_id` text PRIMARY KEY NOT NULL,
	`heard` text NOT NULL,
	`will_do` text NOT NULL,
	`will_not_do` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reporting_units` (
	`round_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`label` text NOT NULL,
	`roster` integer NOT NULL,
	`issue_key_spki` blob NOT NULL,
	PRIMARY KEY(`round_id`, `unit_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`with_pilot_item` integer NOT NULL,
	`issuing_from` text NOT NULL,
	`opens_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`manifest` text,
	`manifest_sha256` text,
	`unit_tree` text,
	`closing_step` text,
	`totals` text,
	`results_sha256` text,
	`receipts_sha256` text,
	`void_reason` text,
	CONSTRAINT "rounds_state" CHECK("rounds"."state" in ('draft', 'issuing', 'open', 'closed', 'published', 'void'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_number_unique` ON `rounds` (`number`);--> statement-breakpoint
CREATE TABLE `unit_members` (
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`salt` blob NOT NULL,
	PRIMARY KEY(`round_id`, `person_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
