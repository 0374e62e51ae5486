/** The data of an event as some version of its type stored them. */
export type StoredData = Readonly<Record<string, unknown>>;

/** Turns the stored form of one version into that of the next; passes on all that did not change, and alters nothing. */
export type Upcaster = (data: StoredData) => StoredData;
