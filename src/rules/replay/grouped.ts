/** Items by the group that they are in, each under its id. */
export class Grouped<T> {
  private readonly groups = new Map<string, Map<string, T>>();

  put(group: string, id: string, item: T): void {
    const members = this.groups.get(group);
    if (members) members.set(id, item);
    else this.groups.set(group, new Map([[id, item]]));
  }

  delete(group: string, id: string): void {
    const members = this.groups.get(group);
    members?.delete(id);
    if (members?.size === 0) this.groups.delete(group);
  }

  has(group: string): boolean {
    return this.groups.has(group);
  }

  of(group: string): T[] {
    return [...(this.groups.get(group)?.values() ?? [])];
  }
}
