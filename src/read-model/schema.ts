/** Raised with every change of the tables or of what is put into them: a file of another version is built anew. */
export const READ_MODEL_VERSION = 2;

/**
 * Days and positions are INTEGER; an open end is a number beyond every day or position (see columns.ts).
 * `in_force` holds, for each report, which version counts from position `r_from` up to before `r_to`, for K from `k_from` to
 * `k_to`, with its windows P and O: the rules "in force" and "visible" are then a filter (docs/adr/0004). `turn` holds the
 * days on which a report may matter to a replay (docs/adr/0011).
 */
export const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE log (
    position    INTEGER PRIMARY KEY,
    latest_at   TEXT NOT NULL,
    type        TEXT NOT NULL,
    negotiation TEXT NOT NULL,
    subject     TEXT NOT NULL
  ) STRICT;
  CREATE INDEX log_by_time ON log (latest_at, position);
  CREATE INDEX log_by_negotiation ON log (negotiation, position);

  CREATE TABLE entry (
    negotiation TEXT NOT NULL,
    kind        TEXT NOT NULL,
    id          TEXT NOT NULL,
    position    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    posted_by   TEXT NOT NULL,
    body        TEXT NOT NULL,
    PRIMARY KEY (negotiation, kind, id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE version (
    negotiation  TEXT NOT NULL,
    report       TEXT NOT NULL,
    version      INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    posted_by    TEXT NOT NULL,
    reason       TEXT,
    published    TEXT,
    published_hi INTEGER,
    note         TEXT,
    type         TEXT NOT NULL,
    source       TEXT NOT NULL,
    o_lo         INTEGER,
    o_hi         INTEGER,
    claimants    TEXT,
    content      TEXT NOT NULL,
    PRIMARY KEY (negotiation, report, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE removal (
    negotiation  TEXT NOT NULL,
    subject      TEXT NOT NULL,
    id           TEXT NOT NULL,
    position     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    posted_by    TEXT NOT NULL,
    reason       TEXT NOT NULL,
    published    TEXT,
    published_hi INTEGER,
    note         TEXT,
    PRIMARY KEY (negotiation, subject, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE stream_revision (
    negotiation TEXT NOT NULL,
    report      TEXT NOT NULL,
    position    INTEGER NOT NULL,
    revision    INTEGER NOT NULL,
    PRIMARY KEY (negotiation, report, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE link (
    negotiation TEXT NOT NULL,
    report      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    target      TEXT NOT NULL,
    r_from      INTEGER NOT NULL,
    r_to        INTEGER NOT NULL,
    PRIMARY KEY (negotiation, report, kind, target, r_from)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX link_by_target ON link (negotiation, target);

  CREATE TABLE in_force (
    negotiation    TEXT NOT NULL,
    report         TEXT NOT NULL,
    r_from         INTEGER NOT NULL,
    r_to           INTEGER NOT NULL,
    k_from         INTEGER NOT NULL,
    k_to           INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    p_lo           INTEGER NOT NULL,
    p_hi           INTEGER NOT NULL,
    o_lo           INTEGER NOT NULL,
    o_hi           INTEGER NOT NULL,
    first_position INTEGER NOT NULL,
    as_written     TEXT NOT NULL,
    PRIMARY KEY (negotiation, report, r_from, k_from)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE mention (
    negotiation TEXT NOT NULL,
    kind        TEXT NOT NULL,
    id          TEXT NOT NULL,
    report      TEXT NOT NULL,
    version     INTEGER NOT NULL,
    PRIMARY KEY (negotiation, kind, id, report, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE turn (
    negotiation TEXT NOT NULL,
    day         INTEGER NOT NULL,
    report      TEXT NOT NULL,
    PRIMARY KEY (negotiation, day, report)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE parked (
    position    INTEGER PRIMARY KEY,
    type        TEXT NOT NULL,
    negotiation TEXT NOT NULL,
    issues      TEXT NOT NULL,
    error       TEXT NOT NULL
  ) STRICT;
`;

export const TABLES = ['log', 'entry', 'version', 'removal', 'stream_revision', 'link', 'in_force', 'mention', 'turn', 'parked'] as const;
export type Table = (typeof TABLES)[number];
