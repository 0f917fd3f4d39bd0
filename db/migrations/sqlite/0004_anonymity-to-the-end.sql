CREATE TABLE `comment_holds` (
	`round_id` text PRIMARY KEY NOT NULL,
	`held_until` text NOT NULL,
	`released_on` text,
	`blanked` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comment_replies` (
	`comment_id` text NOT NULL,
	`side` text NOT NULL,
	`body` text NOT NULL,
	`replied_on` text NOT NULL,
	PRIMARY KEY(`comment_id`, `side`),
	FOREIGN KEY (`comment_id`) REFERENCES `published_comments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comment_replies_side" CHECK("comment_replies"."side" in ('management', 'worksCouncil'))
);
--> statement-breakpoint
CREATE TABLE `confidants` (
	`person_id` text PRIMARY KEY NOT NULL,
	`since` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `council_keys` (
	`round_id` text PRIMARY KEY NOT NULL,
	`box_key_spki` blob,
	`signing_key` text,
	`made_on` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `held_cells` (
	`round_id` text NOT NULL,
	`cell_id` text NOT NULL,
	`item_id` text NOT NULL,
	`since_round_id` text,
	`since_cell_id` text,
	PRIMARY KEY(`round_id`, `cell_id`, `item_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`since_round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `roster_confirmations` (
	`round_id` text PRIMARY KEY NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_on` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `roster_members` (
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `person_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `slip_batches` (
	`round_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`slips` integer NOT NULL,
	`made_on` text NOT NULL,
	PRIMARY KEY(`round_id`, `unit_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `witness_proposals` ADD `registered_by` text REFERENCES persons(id);
