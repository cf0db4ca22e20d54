-- Dossiers with their chains of events, what they keep beside the ledger, people, and the alerts that leave the house.

create table keys (
  id text collate "C" primary key,
  public_key text not null,
  added_at timestamptz not null default now()
);

-- The head of a chain, and what lists show; all of it follows from the events.
create table dossiers (
  id text collate "C" primary key,
  version integer not null,
  head text not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  title text not null,
  conflict text,
  publishes_unread boolean not null
);

-- `event` is the canonical JSON whose bytes are hashed; the other columns repeat what queries ask for.
create table events (
  dossier text collate "C" not null references dossiers,
  seq integer not null,
  on_at timestamptz not null,
  type text collate "C" not null,
  commitment text collate "C",
  event text not null,
  hash text not null,
  key text collate "C" not null references keys,
  signature text not null,
  primary key (dossier, seq)
);
create index events_by_effect on events (dossier, on_at, seq) where type not in ('record-added', 'record-reviewed');
create index events_by_commitment on events (dossier, commitment, seq) where commitment is not null;

-- Bodies are canonical JSON, texts UTF-8; `review` follows from the events.
create table records (
  dossier text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  seq integer not null,
  on_at timestamptz not null,
  engine text,
  review text not null check (review in ('waiting', 'published', 'rejected')),
  body text not null,
  sha256 text not null,
  archived bytea,
  text_sha256 text,
  primary key (dossier, kind, id, seq),
  foreign key (dossier, seq) references events (dossier, seq)
);
create index records_waiting on records (dossier, seq) where review = 'waiting';
create index records_by_text on records (dossier, text_sha256) where text_sha256 is not null;

-- States as they were after the event (on_at, seq), so that a replay need not begin at the first event.
create table snapshots (
  dossier text collate "C" not null references dossiers,
  on_at timestamptz not null,
  seq integer not null,
  state text not null,
  primary key (dossier, on_at, seq)
);

create table users (
  name text collate "C" primary key,
  role text not null check (role in ('reader', 'analyst', 'editor', 'admin')),
  password text not null,
  disabled boolean not null default false,
  created_at timestamptz not null
);

-- Of secrets only hashes are kept.
create table sessions (
  secret_sha256 text primary key,
  name text collate "C" not null references users on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table tokens (
  id text collate "C" primary key,
  name text collate "C" not null references users on delete cascade,
  title text not null,
  scopes text[] not null,
  secret text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  name text not null,
  action text not null,
  dossier text,
  subject text
);
create index audit_by_time on audit (at);

create table subscriptions (
  id text collate "C" primary key,
  dossier text collate "C" not null references dossiers,
  channel text not null check (channel in ('webhook', 'email')),
  target text not null,
  secret text not null,
  kinds text[] not null,
  -- Up to which event and which moment alerts have been written to the outbox.
  seen_seq integer not null,
  seen_at timestamptz not null,
  created_at timestamptz not null
);

-- The outbox: one row an alert and subscription, whose key keeps it from being written twice.
create table deliveries (
  id text collate "C" primary key,
  subscription text collate "C" not null references subscriptions on delete cascade,
  alert text not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  delivered_at timestamptz,
  given_up_at timestamptz,
  last_error text
);
create index deliveries_due on deliveries (next_at) where delivered_at is null and given_up_at is null;
