CREATE TABLE `access_log` (
	`id` text PRIMARY KEY NOT NULL,
	`thing_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`deed` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "access_log_deed" CHECK("access_log"."deed" in ('began', 'read', 'wrote', 'agreed', 'objected', 'shared', 'ended', 'rewrapped'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `access_log_thing` ON `access_log` (`thing_id`);--> statement-breakpoint
CREATE TABLE `conversation_records` (
	`conversation_id` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`sealed_shared` text NOT NULL,
	`sealed_own` text,
	`sealed_objection` text,
	`lead_agreed_on` text,
	`employee_agreed_on` text,
	`follow_up_on` text,
	PRIMARY KEY(`conversation_id`, `version`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`invited_by` text NOT NULL,
	`state` text NOT NULL,
	`invited_on` text NOT NULL,
	`planned_for` integer,
	`held_on` text,
	`ended_on` text,
	`is_counted` integer NOT NULL,
	FOREIGN KEY (`employee_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conversations_invited_by" CHECK("conversations"."invited_by" in ('employee', 'lead')),
	CONSTRAINT "conversations_state" CHECK("conversations"."state" in ('invited', 'declined', 'planned', 'held', 'withdrawn', 'expired'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `conversations_employee` ON `conversations` (`employee_id`);--> statement-breakpoint
CREATE INDEX `conversations_lead` ON `conversations` (`lead_id`);--> statement-breakpoint
CREATE TABLE `development_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`revision` integer NOT NULL,
	`sealed` text NOT NULL,
	`sight` text NOT NULL,
	`review_on` text,
	`changed_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "development_plans_sight" CHECK("development_plans"."sight" in ('onlyMe', 'lead', 'hr', 'leadAndHr'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `development_plans_personId_unique` ON `development_plans` (`person_id`);--> statement-breakpoint
CREATE TABLE `key_wraps` (
	`thing_id` text NOT NULL,
	`person_id` text NOT NULL,
	`wrapped` text NOT NULL,
	`given_on` text NOT NULL,
	`ends_on` text,
	PRIMARY KEY(`thing_id`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `key_wraps_person` ON `key_wraps` (`person_id`);--> statement-breakpoint
CREATE TABLE `own_keys` (
	`person_id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`locked_key` text NOT NULL,
	`salt` text NOT NULL,
	`iv` text NOT NULL,
	`stretching` integer NOT NULL,
	`made_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `talk_figures` (
	`month` text NOT NULL,
	`cell_id` text NOT NULL,
	`about` text NOT NULL,
	`n` integer NOT NULL,
	`favourable_low` integer NOT NULL,
	`favourable_high` integer NOT NULL,
	`unfavourable_low` integer NOT NULL,
	`unfavourable_high` integer NOT NULL,
	PRIMARY KEY(`month`, `cell_id`, `about`),
	FOREIGN KEY (`month`) REFERENCES `told_months`(`month`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `talk_marks` (
	`month` text NOT NULL,
	`mark` text NOT NULL,
	PRIMARY KEY(`month`, `mark`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `talk_tallies` (
	`month` text NOT NULL,
	`team_id` text NOT NULL,
	`no_talk` integer NOT NULL,
	`no_record` integer NOT NULL,
	`recorded` integer NOT NULL,
	PRIMARY KEY(`month`, `team_id`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `told_months` (
	`month` text PRIMARY KEY NOT NULL,
	`told_on` text NOT NULL,
	`unit_tree` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `topic_slips` (
	`id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`team_id` text NOT NULL,
	`sealed` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `board_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`part` text NOT NULL,
	`version` integer NOT NULL,
	`line` text NOT NULL,
	`because` text,
	`until_on` text,
	`changed_on` text NOT NULL,
	CONSTRAINT "board_lines_part" CHECK("board_lines"."part" in ('known', 'unknown', 'unsayable'))
);
--> statement-breakpoint
CREATE TABLE `team_agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`talk_id` text NOT NULL,
	`team_id` text NOT NULL,
	`action` text NOT NULL,
	`owner` text NOT NULL,
	`agreed_on` text NOT NULL,
	`due_on` text NOT NULL,
	`outcome` text,
	`ended_on` text,
	`because` text,
	`promise_asked_on` text,
	`promise_id` text,
	FOREIGN KEY (`talk_id`) REFERENCES `team_talks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`promise_id`) REFERENCES `promises`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_agreements_owner" CHECK("team_agreements"."owner" in ('team', 'teamLead', 'management', 'hr', 'ict')),
	CONSTRAINT "team_agreements_outcome" CHECK("team_agreements"."outcome" in ('done', 'dropped'))
);
--> statement-breakpoint
CREATE INDEX `team_agreements_team` ON `team_agreements` (`team_id`);--> statement-breakpoint
CREATE TABLE `team_talks` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`planned_for` integer NOT NULL,
	`held_on` text,
	`guide_slug` text,
	`round_id` text,
	`asked_in_round_id` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_in_round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_talks_state" CHECK("team_talks"."state" in ('planned', 'held', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `team_talks_team` ON `team_talks` (`team_id`);