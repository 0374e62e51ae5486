const POSTED_BY = /"postedBy":"(?:[^"\\]|\\.)*"/g;

/**
 * The same JSON with null where it says who posted something. Within a text the quotation marks of such a member would be escaped,
 * so that nothing else is touched.
 */
export function withoutPosters(json: string): string {
  return json.replace(POSTED_BY, '"postedBy":null');
}
