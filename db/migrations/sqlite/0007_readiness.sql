CREATE TABLE `barrier_checks` (
	`round_id` text PRIMARY KEY NOT NULL,
	`with_mirror` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `embargoes` (
	`round_id` text PRIMARY KEY NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `exam_answers` (
	`question_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`changed_by` text NOT NULL,
	`published_on` text,
	`seq` integer,
	FOREIGN KEY (`changed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lead_predictions` (
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	`barrier` text NOT NULL,
	`of_ten` integer NOT NULL,
	PRIMARY KEY(`round_id`, `person_id`, `barrier`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `self_check_answers` (
	`round_id` text NOT NULL,
	`part` text NOT NULL,
	`item_id` text NOT NULL,
	`value` integer NOT NULL,
	`changed_by` text NOT NULL,
	PRIMARY KEY(`round_id`, `part`, `item_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "self_check_answers_part" CHECK("self_check_answers"."part" in ('answer', 'expectation'))
);
--> statement-breakpoint
CREATE TABLE `self_checks` (
	`round_id` text PRIMARY KEY NOT NULL,
	`handed_in_by` text NOT NULL,
	`handed_in_on` text NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handed_in_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
