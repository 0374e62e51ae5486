import type { Actor } from '../../src/vocabulary/actor.js';
import type { Attendance } from '../../src/vocabulary/events/meeting-reports.js';
import { saysOf, tellsOfMeeting } from './meeting-reports.js';
import { withoutRepeats } from './order.js';
import type { VisibleReport } from './visible-reports.js';

export type AttendanceItem = Attendance & { readonly as: 'attended' | 'expected'; readonly evidence: readonly string[] };

/**
 * One entry an actor, in the order in which the reports name them, told as the latest report that decides tells it.
 * @param reports of the meeting, the latest first. Design 4, "Attendance"
 */
export function attendanceOf(reports: readonly VisibleReport[]): AttendanceItem[] {
  const told = reports.flatMap(({ id, content }) =>
    tellsOfMeeting(content).attendance.map((entry) => ({ id, entry, wasThere: saysOf(content) === 'held', key: keyOfActor(entry.actor) })),
  );
  return withoutRepeats(told.map(({ key }) => key)).flatMap((key) => {
    const ofActor = told.filter((each) => each.key === key);
    const deciding = [...ofActor.filter(({ wasThere }) => wasThere), ...ofActor.filter(({ wasThere }) => !wasThere)];
    return deciding.slice(0, 1).map(({ entry: { actor, role, online, implied, note }, wasThere }) => ({
      ...structuredClone({ actor, role, online, implied, note }),
      as: wasThere ? 'attended' : 'expected',
      evidence: withoutRepeats(deciding.map(({ id }) => id)),
    }));
  });
}

/** One and the same actor has one key. */
export function keyOfActor(actor: Actor): string {
  return JSON.stringify(typeof actor === 'string' ? actor : [actor.name, actor.party]);
}
