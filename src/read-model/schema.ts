/** Raised with every change of the tables: a file of another shape cannot be read, and is filled anew from the log. */
export const TABLES_SHAPE = 4;

/**
 * Raised with every change of what is put into the tables: a file of another version goes on answering until one of this version
 * is built beside it (docs/adr/0009).
 */
export const PROJECTION_VERSION = 3;

/**
 * Days and positions are INTEGER; an open end is a number beyond every day or position (see columns.ts). A number stands for
 * each name (`name`); a report is the position at which it was first recorded, a content the position that recorded it.
 *
 * `in_force` holds, for each content, from position `r_from` up to before `r_to` and for K from `k_from` to `k_to` it counts,
 * with its windows P and O: the rules "in force" and "visible" are then a filter (docs/adr/0004). `statement` and `standing`
 * hold the same once more in the orders in which the rules ask (docs/adr/0012); their blocks tell what a stretch of them holds
 * at the earliest, so that it can be passed over; those of `standing` are of its news alone, by which an issue ages.
 * `filed_elsewhere` holds from which position up to before which a content is not of an issue that `mention` and `tie` have it in.
 * `turn` holds the days on which a report may matter to a replay (docs/adr/0011).
 */
export const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE name (
    key         INTEGER PRIMARY KEY,
    negotiation TEXT NOT NULL,
    kind        TEXT NOT NULL,
    id          TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX name_by_id ON name (negotiation, kind, id);

  CREATE TABLE log (
    position    INTEGER PRIMARY KEY,
    latest_at   INTEGER NOT NULL,
    type        TEXT NOT NULL,
    negotiation INTEGER NOT NULL,
    subject     TEXT NOT NULL
  ) STRICT;
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

  CREATE TABLE issue_proposition (
    issue       INTEGER NOT NULL,
    proposition INTEGER NOT NULL,
    r_from      INTEGER NOT NULL,
    r_to        INTEGER NOT NULL,
    PRIMARY KEY (issue, proposition, r_from)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE report (
    report      INTEGER PRIMARY KEY,
    negotiation INTEGER NOT NULL,
    id          TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX report_by_id ON report (negotiation, id);

  CREATE TABLE content (
    content      INTEGER PRIMARY KEY,
    report       INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    posted_by    TEXT NOT NULL,
    reason       TEXT,
    published    TEXT,
    published_hi INTEGER,
    note         TEXT,
    source       TEXT NOT NULL,
    o_lo         INTEGER,
    o_hi         INTEGER,
    claimants    TEXT,
    body         TEXT NOT NULL
  ) STRICT;
  CREATE INDEX correction ON content (report) WHERE version > 0;

  CREATE TABLE removal (
    negotiation  TEXT NOT NULL,
    subject      TEXT NOT NULL,
    id           TEXT NOT NULL,
    position     INTEGER NOT NULL,
    takes_back   INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    posted_by    TEXT NOT NULL,
    reason       TEXT NOT NULL,
    published    TEXT,
    published_hi INTEGER,
    note         TEXT,
    PRIMARY KEY (negotiation, subject, id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE later_revision (
    report   INTEGER NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (report, position)
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

  CREATE TABLE mention (
    name    INTEGER NOT NULL,
    type    INTEGER NOT NULL,
    content INTEGER NOT NULL,
    PRIMARY KEY (name, type, content)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tie (
    issue   INTEGER NOT NULL,
    name    INTEGER NOT NULL,
    content INTEGER NOT NULL,
    PRIMARY KEY (issue, name, content)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE filed_elsewhere (
    issue   INTEGER NOT NULL,
    content INTEGER NOT NULL,
    r_from  INTEGER NOT NULL,
    r_to    INTEGER NOT NULL,
    PRIMARY KEY (issue, content, r_from)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE meeting_told (
    meeting       INTEGER NOT NULL,
    content       INTEGER NOT NULL,
    type          TEXT NOT NULL,
    change        TEXT,
    scheduled_for TEXT,
    source        TEXT NOT NULL,
    PRIMARY KEY (meeting, content)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE in_force (
    content    INTEGER NOT NULL,
    r_from     INTEGER NOT NULL,
    k_from     INTEGER NOT NULL,
    r_to       INTEGER NOT NULL,
    k_to       INTEGER NOT NULL,
    p_lo       INTEGER NOT NULL,
    p_hi       INTEGER NOT NULL,
    o_lo       INTEGER NOT NULL,
    o_hi       INTEGER NOT NULL,
    report     INTEGER NOT NULL,
    as_written TEXT NOT NULL,
    dated      INTEGER NOT NULL,
    PRIMARY KEY (content, r_from, k_from)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pair (
    pair        INTEGER PRIMARY KEY,
    target      INTEGER NOT NULL,
    party       INTEGER NOT NULL,
    superseding INTEGER NOT NULL,
    ending      INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX pair_by_target ON pair (target, party);

  CREATE TABLE strand (
    strand INTEGER PRIMARY KEY,
    pair   INTEGER NOT NULL,
    rank   INTEGER NOT NULL,
    weight INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX strand_by_pair ON strand (pair, rank, weight);

  CREATE TABLE statement (
    strand     INTEGER NOT NULL,
    o_lo       INTEGER NOT NULL,
    o_hi       INTEGER NOT NULL,
    p_hi       INTEGER NOT NULL,
    report     INTEGER NOT NULL,
    r_from     INTEGER NOT NULL,
    k_from     INTEGER NOT NULL,
    r_to       INTEGER NOT NULL,
    k_to       INTEGER NOT NULL,
    p_lo       INTEGER NOT NULL,
    until      INTEGER NOT NULL,
    names      INTEGER,
    modality   INTEGER NOT NULL,
    conditions TEXT,
    speakers   TEXT,
    form       INTEGER NOT NULL,
    source     INTEGER NOT NULL,
    as_written TEXT NOT NULL,
    dated      INTEGER NOT NULL,
    PRIMARY KEY (strand, o_lo, o_hi, p_hi, report, r_from, k_from)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE ending (
    strand INTEGER NOT NULL,
    o_lo   INTEGER NOT NULL,
    o_hi   INTEGER NOT NULL,
    p_hi   INTEGER NOT NULL,
    report INTEGER NOT NULL,
    r_from INTEGER NOT NULL,
    k_from INTEGER NOT NULL,
    r_to   INTEGER NOT NULL,
    k_to   INTEGER NOT NULL,
    p_lo   INTEGER NOT NULL,
    until  INTEGER NOT NULL,
    PRIMARY KEY (strand, o_lo, o_hi, p_hi, report, r_from, k_from)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE statement_block (
    strand INTEGER NOT NULL,
    block  INTEGER NOT NULL,
    p_lo   INTEGER NOT NULL,
    r_from INTEGER NOT NULL,
    PRIMARY KEY (strand, block)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE superseding (
    named  INTEGER NOT NULL,
    pair   INTEGER NOT NULL,
    report INTEGER NOT NULL,
    r_from INTEGER NOT NULL,
    k_from INTEGER NOT NULL,
    rank   INTEGER NOT NULL,
    r_to   INTEGER NOT NULL,
    k_to   INTEGER NOT NULL,
    p_lo   INTEGER NOT NULL,
    p_hi   INTEGER NOT NULL,
    o_lo   INTEGER NOT NULL,
    o_hi   INTEGER NOT NULL,
    until  INTEGER NOT NULL,
    PRIMARY KEY (named, pair, report, r_from, k_from)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE standing (
    issue  INTEGER NOT NULL,
    o_hi   INTEGER NOT NULL,
    p_hi   INTEGER NOT NULL,
    report INTEGER NOT NULL,
    r_from INTEGER NOT NULL,
    k_from INTEGER NOT NULL,
    r_to   INTEGER NOT NULL,
    k_to   INTEGER NOT NULL,
    p_lo   INTEGER NOT NULL,
    o_lo   INTEGER NOT NULL,
    as_written TEXT NOT NULL,
    dated  INTEGER NOT NULL,
    news   INTEGER NOT NULL,
    PRIMARY KEY (issue, o_hi, p_hi, report, r_from, k_from)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE standing_block (
    issue  INTEGER NOT NULL,
    block  INTEGER NOT NULL,
    p_hi   INTEGER NOT NULL,
    r_from INTEGER NOT NULL,
    PRIMARY KEY (issue, block)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE timeline (
    negotiation INTEGER NOT NULL,
    o_lo        INTEGER NOT NULL,
    o_hi        INTEGER NOT NULL,
    p_hi        INTEGER NOT NULL,
    report      INTEGER NOT NULL,
    r_from      INTEGER NOT NULL,
    k_from      INTEGER NOT NULL,
    r_to        INTEGER NOT NULL,
    k_to        INTEGER NOT NULL,
    p_lo        INTEGER NOT NULL,
    content     INTEGER NOT NULL,
    PRIMARY KEY (negotiation, o_lo, o_hi, p_hi, report, r_from, k_from)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE turn (
    negotiation INTEGER NOT NULL,
    day         INTEGER NOT NULL,
    report      INTEGER NOT NULL,
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

/** The columns of each table, in the order in which rows are written. */
export const COLUMNS = {
  name: ['key', 'negotiation', 'kind', 'id'],
  log: ['position', 'latest_at', 'type', 'negotiation', 'subject'],
  entry: ['negotiation', 'kind', 'id', 'position', 'recorded_at', 'posted_by', 'body'],
  issue_proposition: ['issue', 'proposition', 'r_from', 'r_to'],
  report: ['report', 'negotiation', 'id'],
  content: [
    'content',
    'report',
    'version',
    'recorded_at',
    'posted_by',
    'reason',
    'published',
    'published_hi',
    'note',
    'source',
    'o_lo',
    'o_hi',
    'claimants',
    'body',
  ],
  removal: [
    'negotiation',
    'subject',
    'id',
    'position',
    'takes_back',
    'recorded_at',
    'posted_by',
    'reason',
    'published',
    'published_hi',
    'note',
  ],
  later_revision: ['report', 'position', 'revision'],
  link: ['negotiation', 'report', 'kind', 'target', 'r_from', 'r_to'],
  mention: ['name', 'type', 'content'],
  tie: ['issue', 'name', 'content'],
  filed_elsewhere: ['issue', 'content', 'r_from', 'r_to'],
  meeting_told: ['meeting', 'content', 'type', 'change', 'scheduled_for', 'source'],
  in_force: ['content', 'r_from', 'k_from', 'r_to', 'k_to', 'p_lo', 'p_hi', 'o_lo', 'o_hi', 'report', 'as_written', 'dated'],
  pair: ['pair', 'target', 'party', 'superseding', 'ending'],
  strand: ['strand', 'pair', 'rank', 'weight'],
  statement: [
    'strand',
    'o_lo',
    'o_hi',
    'p_hi',
    'report',
    'r_from',
    'k_from',
    'r_to',
    'k_to',
    'p_lo',
    'until',
    'names',
    'modality',
    'conditions',
    'speakers',
    'form',
    'source',
    'as_written',
    'dated',
  ],
  ending: ['strand', 'o_lo', 'o_hi', 'p_hi', 'report', 'r_from', 'k_from', 'r_to', 'k_to', 'p_lo', 'until'],
  statement_block: ['strand', 'block', 'p_lo', 'r_from'],
  superseding: ['named', 'pair', 'report', 'r_from', 'k_from', 'rank', 'r_to', 'k_to', 'p_lo', 'p_hi', 'o_lo', 'o_hi', 'until'],
  standing: ['issue', 'o_hi', 'p_hi', 'report', 'r_from', 'k_from', 'r_to', 'k_to', 'p_lo', 'o_lo', 'as_written', 'dated', 'news'],
  standing_block: ['issue', 'block', 'p_hi', 'r_from'],
  timeline: ['negotiation', 'o_lo', 'o_hi', 'p_hi', 'report', 'r_from', 'k_from', 'r_to', 'k_to', 'p_lo', 'content'],
  turn: ['negotiation', 'day', 'report'],
  parked: ['position', 'type', 'negotiation', 'issues', 'error'],
} as const;

export type Table = keyof typeof COLUMNS;
export const TABLES = Object.keys(COLUMNS) as Table[];
