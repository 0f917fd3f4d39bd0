CREATE TABLE `criteria` (
	`gate_id` text NOT NULL,
	`version` integer NOT NULL,
	`number` integer NOT NULL,
	`measure` text NOT NULL,
	`unit` text NOT NULL,
	`direction` text NOT NULL,
	`threshold_milli` integer NOT NULL,
	`source` text NOT NULL,
	`minimum_volume` integer NOT NULL,
	PRIMARY KEY(`gate_id`, `version`, `number`),
	CONSTRAINT "criteria_direction" CHECK("criteria"."direction" in ('atLeast', 'atMost'))
);
--> statement-breakpoint
CREATE TABLE `gate_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`listener_id` text NOT NULL,
	`body` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`delivered_at` integer,
	FOREIGN KEY (`listener_id`) REFERENCES `gate_listeners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `gate_deliveries_next` ON `gate_deliveries` (`next_at`);--> statement-breakpoint
CREATE TABLE `gate_keys` (
	`gate_id` text NOT NULL,
	`version` integer NOT NULL,
	`holder` text NOT NULL,
	`turned_on` text NOT NULL,
	`reason` text NOT NULL,
	`proposal_id` text,
	`file_hash` text,
	`file_name` text,
	PRIMARY KEY(`gate_id`, `version`, `holder`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `kept_files`(`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gate_keys_holder" CHECK("gate_keys"."holder" in ('workgroup', 'formal'))
);
--> statement-breakpoint
CREATE TABLE `gate_listeners` (
	`id` text PRIMARY KEY NOT NULL,
	`gate_id` text NOT NULL,
	`address` text NOT NULL,
	`sealed_secret` blob NOT NULL,
	`added_on` text NOT NULL,
	FOREIGN KEY (`gate_id`) REFERENCES `gates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `gate_meters` (
	`id` text PRIMARY KEY NOT NULL,
	`gate_id` text NOT NULL,
	`name` text NOT NULL,
	`sealed_secret` blob NOT NULL,
	`added_on` text NOT NULL,
	`removed_on` text,
	FOREIGN KEY (`gate_id`) REFERENCES `gates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `gate_steps` (
	`gate_id` text NOT NULL,
	`version` integer NOT NULL,
	`target_pct` integer NOT NULL,
	`frozen_on` text,
	`measuring_from` text,
	`is_judged_good` integer NOT NULL,
	`judged_on` text,
	`opened_on` text,
	PRIMARY KEY(`gate_id`, `version`),
	FOREIGN KEY (`gate_id`) REFERENCES `gates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `gates` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`use_case_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gates_kind" CHECK("gates"."kind" in ('pilotStart', 'goLive', 'scale', 'recording'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gates_number_unique` ON `gates` (`number`);--> statement-breakpoint
CREATE TABLE `measurements` (
	`id` text PRIMARY KEY NOT NULL,
	`gate_id` text NOT NULL,
	`version` integer NOT NULL,
	`criterion` integer NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`value_milli` integer NOT NULL,
	`volume` integer NOT NULL,
	`way` text NOT NULL,
	`entered_on` text NOT NULL,
	CONSTRAINT "measurements_way" CHECK("measurements"."way" in ('form', 'csv', 'api'))
);
--> statement-breakpoint
CREATE INDEX `measurements_step` ON `measurements` (`gate_id`,`version`);--> statement-breakpoint
CREATE TABLE `phase_outputs` (
	`use_case_id` text NOT NULL,
	`phase` text NOT NULL,
	`output` text NOT NULL,
	`proof` text NOT NULL,
	`shown_on` text NOT NULL,
	`file_hash` text,
	`file_name` text,
	PRIMARY KEY(`use_case_id`, `phase`, `output`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `kept_files`(`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "phase_outputs_phase" CHECK("phase_outputs"."phase" in ('listen', 'prototype', 'scale'))
);
--> statement-breakpoint
CREATE TABLE `recurring_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`use_case_id` text NOT NULL,
	`words` text NOT NULL,
	`who` text NOT NULL,
	`every_days` integer NOT NULL,
	`next_due_on` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recurring_tasks_use_case` ON `recurring_tasks` (`use_case_id`);--> statement-breakpoint
CREATE TABLE `tasks_done` (
	`task_id` text NOT NULL,
	`due_on` text NOT NULL,
	`done_on` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`task_id`, `due_on`),
	FOREIGN KEY (`task_id`) REFERENCES `recurring_tasks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `use_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`workgroup_id` text NOT NULL,
	`name` text NOT NULL,
	`phase` text NOT NULL,
	`entered_on` text NOT NULL,
	FOREIGN KEY (`workgroup_id`) REFERENCES `workgroups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "use_cases_phase" CHECK("use_cases"."phase" in ('listen', 'prototype', 'scale'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `use_cases_number_unique` ON `use_cases` (`number`);--> statement-breakpoint
CREATE TABLE `veto_moves` (
	`veto_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`side` text NOT NULL,
	`moved_on` text NOT NULL,
	`reason` text NOT NULL,
	`signed_by` text,
	PRIMARY KEY(`veto_id`, `number`),
	FOREIGN KEY (`veto_id`) REFERENCES `vetoes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "veto_moves_state" CHECK("veto_moves"."state" in ('raised', 'answered', 'escalated', 'accepted', 'persuaded', 'overridden')),
	CONSTRAINT "veto_moves_side" CHECK("veto_moves"."side" in ('group', 'management', 'director'))
);
--> statement-breakpoint
CREATE TABLE `vetoes` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`gate_id` text NOT NULL,
	`version` integer NOT NULL,
	`criterion` integer NOT NULL,
	`state` text NOT NULL,
	`raised_on` text NOT NULL,
	`answer_due_on` text NOT NULL,
	`evidence` text NOT NULL,
	`persuade` text NOT NULL,
	`proposal_id` text NOT NULL,
	FOREIGN KEY (`gate_id`) REFERENCES `gates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "vetoes_state" CHECK("vetoes"."state" in ('raised', 'answered', 'escalated', 'accepted', 'persuaded', 'overridden'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vetoes_number_unique` ON `vetoes` (`number`);--> statement-breakpoint
CREATE INDEX `vetoes_gate` ON `vetoes` (`gate_id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`workgroup_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`from_account` text NOT NULL,
	`to_account` text NOT NULL,
	`cents` integer NOT NULL,
	`what` text NOT NULL,
	`booked_on` text NOT NULL,
	`corrects` integer,
	`proposal_id` text,
	`file_hash` text,
	`file_name` text,
	PRIMARY KEY(`workgroup_id`, `number`),
	FOREIGN KEY (`workgroup_id`) REFERENCES `workgroups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `kept_files`(`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bookings_kind" CHECK("bookings"."kind" in ('grant', 'cut', 'commitment', 'expense', 'release', 'correction')),
	CONSTRAINT "bookings_from_account" CHECK("bookings"."from_account" in ('pool', 'free', 'committed', 'spent')),
	CONSTRAINT "bookings_to_account" CHECK("bookings"."to_account" in ('pool', 'free', 'committed', 'spent'))
);
--> statement-breakpoint
CREATE TABLE `contributions` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `contributions_proposal` ON `contributions` (`proposal_id`);--> statement-breakpoint
CREATE TABLE `draws` (
	`workgroup_id` text NOT NULL,
	`announced_seq` integer PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`held_on` text,
	`seed` text,
	`chosen` text,
	FOREIGN KEY (`workgroup_id`) REFERENCES `workgroups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `group_seats` (
	`workgroup_id` text NOT NULL,
	`person_id` text NOT NULL,
	`office` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`left_on` text,
	PRIMARY KEY(`workgroup_id`, `person_id`, `from_on`),
	FOREIGN KEY (`workgroup_id`) REFERENCES `workgroups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_seats_office" CHECK("group_seats"."office" in ('member', 'chair', 'secretary', 'treasurer'))
);
--> statement-breakpoint
CREATE TABLE `group_votes` (
	`proposal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`choice` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`proposal_id`, `person_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_votes_choice" CHECK("group_votes"."choice" in ('consent', 'aside', 'object'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `mandates` (
	`workgroup_id` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`entered_on` text NOT NULL,
	PRIMARY KEY(`workgroup_id`, `version`),
	FOREIGN KEY (`workgroup_id`) REFERENCES `workgroups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `member_hours` (
	`workgroup_id` text NOT NULL,
	`person_id` text NOT NULL,
	`week` text NOT NULL,
	`promised_minutes` integer NOT NULL,
	`rostered_minutes` integer NOT NULL,
	`used_minutes` integer NOT NULL,
	`pulled_back_minutes` integer NOT NULL,
	PRIMARY KEY(`workgroup_id`, `person_id`, `week`),
	FOREIGN KEY (`workgroup_id`) REFERENCES `workgroups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `peer_questions` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`asked_on` text NOT NULL,
	`round_id` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `presentations` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`held_on` text NOT NULL,
	`audience` integer NOT NULL,
	`changed` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`workgroup_id` text NOT NULL,
	`subject` text NOT NULL,
	`about` text,
	`detail` text,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`quorum_pct` integer NOT NULL,
	`majority_pct` integer NOT NULL,
	`veto_pct` integer NOT NULL,
	`proposed_on` text NOT NULL,
	`closes_at` integer,
	`closed_on` text,
	`consents` integer,
	`asides` integer,
	`objections` integer,
	`reasons` text,
	`applied_on` text,
	`handed_on` text,
	FOREIGN KEY (`workgroup_id`) REFERENCES `workgroups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "proposals_subject" CHECK("proposals"."subject" in ('plan', 'expense', 'criteria', 'verdict', 'key', 'veto', 'persuaded', 'escalate', 'other')),
	CONSTRAINT "proposals_state" CHECK("proposals"."state" in ('discussion', 'voting', 'adopted', 'rejected', 'lapsed'))
);
--> statement-breakpoint
CREATE INDEX `proposals_workgroup` ON `proposals` (`workgroup_id`);--> statement-breakpoint
CREATE TABLE `seat_rules` (
	`workgroup_id` text NOT NULL,
	`trait` text NOT NULL,
	`value` text NOT NULL,
	`at_least` integer NOT NULL,
	PRIMARY KEY(`workgroup_id`, `trait`, `value`),
	FOREIGN KEY (`workgroup_id`) REFERENCES `workgroups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seat_rules_trait" CHECK("seat_rules"."trait" in ('site', 'shift', 'contract'))
);
--> statement-breakpoint
CREATE TABLE `volunteers` (
	`workgroup_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer,
	`site_id` text NOT NULL,
	`shift` text NOT NULL,
	`contract` text NOT NULL,
	PRIMARY KEY(`workgroup_id`, `person_id`),
	FOREIGN KEY (`workgroup_id`) REFERENCES `workgroups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "volunteers_shift" CHECK("volunteers"."shift" in ('day', 'evening', 'night', 'mixed')),
	CONSTRAINT "volunteers_contract" CHECK("volunteers"."contract" in ('permanent', 'fixedTerm', 'agency'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `workgroups` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`seats` integer NOT NULL,
	`weekly_minutes` integer NOT NULL,
	`founded_on` text NOT NULL,
	`veto_promise_id` text,
	FOREIGN KEY (`veto_promise_id`) REFERENCES `promises`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workgroups_state" CHECK("workgroups"."state" in ('forming', 'working', 'ended'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workgroups_number_unique` ON `workgroups` (`number`);