CREATE TABLE "sent_reminders" (
	"about" text PRIMARY KEY NOT NULL,
	"sent_on" text NOT NULL
);
