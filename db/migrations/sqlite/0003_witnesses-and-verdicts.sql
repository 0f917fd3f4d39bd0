CREATE TABLE `redaction_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`key` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_on` text NOT NULL,
	`decided_on` text,
	FOREIGN KEY (`seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "redaction_requests_state" CHECK("redaction_requests"."state" in ('requested', 'granted', 'refused'))
);
--> statement-breakpoint
CREATE TABLE `witness_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`of` text NOT NULL,
	`state` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_on` text NOT NULL,
	`registered_on` text,
	`decided_on` text,
	FOREIGN KEY (`proposed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "witness_proposals_of" CHECK("witness_proposals"."of" in ('worksCouncil', 'union', 'other')),
	CONSTRAINT "witness_proposals_state" CHECK("witness_proposals"."state" in ('proposed', 'registered', 'confirmed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE `kept_files` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`content` blob NOT NULL,
	CONSTRAINT "kept_files_kind" CHECK("kept_files"."kind" in ('pdf', 'png', 'jpg', 'csv'))
);
--> statement-breakpoint
CREATE TABLE `promise_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`promise_id` text NOT NULL,
	`asked_on` text NOT NULL,
	`round_id` text,
	`verdict` text,
	FOREIGN KEY (`promise_id`) REFERENCES `promises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "promise_questions_verdict" CHECK("promise_questions"."verdict" in ('kept', 'partly', 'broken', 'none'))
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_promise_events` (
	`promise_id` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`side` text NOT NULL,
	`happened_on` text NOT NULL,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`changed` text,
	`file_hash` text,
	`file_name` text,
	PRIMARY KEY(`promise_id`, `version`),
	FOREIGN KEY (`promise_id`) REFERENCES `promises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `kept_files`(`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "promise_events_kind" CHECK("kind" in ('made', 'amended', 'moved', 'evidence')),
	CONSTRAINT "promise_events_side" CHECK("side" in ('management', 'worksCouncil', 'staff')),
	CONSTRAINT "promise_events_status" CHECK("status" in ('made', 'underWay', 'claimedKept', 'claimedPartly', 'claimedBroken', 'disputed', 'kept', 'partly', 'broken', 'withdrawn', 'superseded'))
);
--> statement-breakpoint
INSERT INTO `__new_promise_events`("promise_id", "version", "kind", "side", "happened_on", "status", "note", "changed") SELECT "promise_id", "version", "kind", "side", "happened_on", "status", "note", "changed" FROM `promise_events`;--> statement-breakpoint
DROP TABLE `promise_events`;--> statement-breakpoint
ALTER TABLE `__new_promise_events` RENAME TO `promise_events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `promises` ADD `owner_name` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `opened_seq` integer;--> statement-breakpoint
CREATE TRIGGER `promise_events_no_change` BEFORE UPDATE ON `promise_events` WHEN (NEW.`note` <> OLD.`note` AND NEW.`note` <> '') OR NEW.`promise_id` <> OLD.`promise_id` OR NEW.`version` <> OLD.`version` OR NEW.`kind` <> OLD.`kind` OR NEW.`side` <> OLD.`side` OR NEW.`happened_on` <> OLD.`happened_on` OR NEW.`status` <> OLD.`status` OR (NEW.`file_hash` IS NOT NULL AND NEW.`file_hash` IS NOT OLD.`file_hash`) BEGIN
	SELECT RAISE(ABORT, 'what was promised stands; amend it beside the first words');
END;
--> statement-breakpoint
CREATE TRIGGER `promise_events_no_delete` BEFORE DELETE ON `promise_events` BEGIN
	SELECT RAISE(ABORT, 'what was promised stands; amend it beside the first words');
END;
--> statement-breakpoint
CREATE TRIGGER `promises_owner_name` BEFORE UPDATE ON `promises` WHEN NEW.`owner_name` IS NOT OLD.`owner_name` AND NEW.`owner_name` <> '' BEGIN
	SELECT RAISE(ABORT, 'what was promised stands; amend it beside the first words');
END;
--> statement-breakpoint
CREATE TRIGGER `kept_files_no_change` BEFORE UPDATE ON `kept_files` BEGIN
	SELECT RAISE(ABORT, 'a file stands under its hash');
END;
