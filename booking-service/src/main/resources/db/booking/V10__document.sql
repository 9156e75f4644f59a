-- The papers that prove an application. Their contents are kept outside, sealed; here stands what they
-- are, what a person found of them, and a hash that stays when the content has gone.
create table document (
  document uuid primary key,
  application uuid not null references application,
  kind text not null,
  -- Where its content is: on its way in, kept, on its way out, or nowhere. A row is written before its
  -- content and outlives it, so no content is ever without a row that says what is to become of it.
  content text not null,
  -- When its content was last sent on its way; what a crash left there is seen to by the sweeper.
  moved_at timestamptz not null default now(),
  added_at timestamptz not null default now(),
  -- What it was recognised as; all three are absent for what was seen on paper.
  media_type text,
  bytes bigint,
  sha256 bytea,
  verdict text,
  -- Why it was asked for again: code and field.
  flaws jsonb not null default '[]',
  judged_at timestamptz,
  judged_by text,
  constraint content_is_somewhere_known check (content in ('ARRIVING', 'KEPT', 'LEAVING', 'NONE')),
  constraint verdict_is_known check (verdict in ('PASSED', 'ASKED_AGAIN')),
  constraint what_is_kept_was_recognised check
    (content <> 'KEPT' or (media_type is not null and bytes > 0 and length(sha256) = 32)),
  constraint whoever_asks_again_says_why check
    (verdict is distinct from 'ASKED_AGAIN' or jsonb_array_length(flaws) > 0),
  constraint a_verdict_is_somebodys check
    ((verdict is null) = (judged_at is null) and (verdict is null) = (judged_by is null))
);

create index document_of_application on document (application, added_at);
create unique index one_content_once on document (application, kind, sha256) where content = 'KEPT';
create unique index one_sighting_a_kind on document (application, kind)
  where content = 'NONE' and sha256 is null;
create index document_on_its_way on document (moved_at) where content in ('ARRIVING', 'LEAVING');
create index document_kept on document (added_at) where content = 'KEPT';

-- The trace: what became of a document, when, and by whom ("system" where no person did it).
create table document_change (
  change bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  document uuid not null,
  application uuid not null,
  what text not null,
  actor text not null,
  primary key (application, change)
);
