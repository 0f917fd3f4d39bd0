CREATE TABLE `ledger_checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger_cosignatures` (
	`size` integer NOT NULL,
	`witness` text NOT NULL,
	`line` text NOT NULL,
	PRIMARY KEY(`size`, `witness`),
	FOREIGN KEY (`size`) REFERENCES `ledger_checkpoints`(`size`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `ledger_edge` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`size` integer NOT NULL,
	`byte_length` integer NOT NULL,
	`last_day` text NOT NULL,
	`hashes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`bytes` text NOT NULL,
	`leaf` blob NOT NULL,
	`starts_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entries_startsAt_unique` ON `ledger_entries` (`starts_at`);--> statement-breakpoint
CREATE TABLE `ledger_openings` (
	`seq` integer NOT NULL,
	`key` text NOT NULL,
	`salt` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`seq`, `key`),
	FOREIGN KEY (`seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `ledger_witnesses` (
	`added_seq` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`removed_seq` integer,
	FOREIGN KEY (`added_seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_no_update` BEFORE UPDATE ON `ledger_entries` BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_no_delete` BEFORE DELETE ON `ledger_entries` BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_checkpoints_no_update` BEFORE UPDATE ON `ledger_checkpoints` BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_checkpoints_no_delete` BEFORE DELETE ON `ledger_checkpoints` BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_cosignatures_no_update` BEFORE UPDATE ON `ledger_cosignatures` BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_cosignatures_no_delete` BEFORE DELETE ON `ledger_cosignatures` BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_no_replace` BEFORE INSERT ON `ledger_entries` WHEN EXISTS (SELECT 1 FROM `ledger_entries` WHERE `seq` = NEW.`seq` OR `starts_at` = NEW.`starts_at`) BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_checkpoints_no_replace` BEFORE INSERT ON `ledger_checkpoints` WHEN EXISTS (SELECT 1 FROM `ledger_checkpoints` WHERE `size` = NEW.`size`) BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_cosignatures_no_replace` BEFORE INSERT ON `ledger_cosignatures` WHEN EXISTS (SELECT 1 FROM `ledger_cosignatures` WHERE `size` = NEW.`size` AND `witness` = NEW.`witness`) BEGIN
	SELECT RAISE(ABORT, 'the ledger is append-only');
END;
