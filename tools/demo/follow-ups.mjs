import { addDays, addMonths, daysBetween, onWorkday } from './dates.mjs';
import { Random } from './random.mjs';
import { hospitalRecord, carePlan, visitRecord } from './visit-record.mjs';

/** How a patient is found at the next visit, by how he was found last and by the course of the illness. */
const NEXT_MOOD = {
  steady: {
    stable: [
      ['stable', 97],
      ['basic', 3],
    ],
    basic: [
      ['tending', 80],
      ['stable', 20],
    ],
    tending: [
      ['stable', 95],
      ['basic', 5],
    ],
    unstable: [
      ['basic', 70],
      ['tending', 30],
    ],
  },
  wavering: {
    stable: [
      ['stable', 80],
      ['basic', 19],
      ['unstable', 1],
    ],
    basic: [
      ['tending', 65],
      ['basic', 30],
      ['unstable', 5],
    ],
    tending: [
      ['stable', 75],
      ['basic', 25],
    ],
    unstable: [
      ['unstable', 30],
      ['basic', 70],
    ],
  },
  difficult: {
    stable: [
      ['stable', 60],
      ['basic', 30],
      ['unstable', 10],
    ],
    basic: [
      ['tending', 50],
      ['basic', 35],
      ['unstable', 15],
    ],
    tending: [
      ['stable', 60],
      ['basic', 30],
      ['unstable', 10],
    ],
    unstable: [
      ['unstable', 48],
      ['basic', 52],
    ],
  },
  neglected: {
    stable: [
      ['stable', 85],
      ['basic', 15],
    ],
    basic: [
      ['basic', 60],
      ['tending', 40],
    ],
    tending: [
      ['stable', 80],
      ['basic', 20],
    ],
    unstable: [
      ['unstable', 40],
      ['basic', 60],
    ],
  },
};
const FIRST_MOOD = {
  steady: [
    ['stable', 95],
    ['basic', 5],
  ],
  wavering: [
    ['stable', 65],
    ['basic', 35],
  ],
  difficult: [
    ['stable', 30],
    ['basic', 45],
    ['unstable', 25],
  ],
  neglected: [
    ['stable', 80],
    ['basic', 20],
  ],
};

/** Two years of visits of every case, in the order they were made. */
export function buildFollowUps(cases, today) {
  const rows = cases.flatMap((one, n) => (one.followed ? course(new Random(20_000 + n), one, today) : []));
  return rows.sort((a, b) =>
    a.visitedOn === b.visitedOn ? compare(a.caseNo, b.caseNo) : compare(a.visitedOn, b.visitedOn),
  );
}

function course(random, one, today) {
  const story = new Story(random, one, today);
  while (story.goesOn()) story.visit();
  return story.rows;
}

class Story {
  rows = [];
  #mood;
  #plan;
  #random;
  #case;
  #today;
  #next;
  #last;
  #ends;
  #basicSteps = 0;

  constructor(random, one, today) {
    this.#random = random;
    this.#case = one;
    this.#today = today;
    this.#plan = carePlan(random, one.row.inRehabilitation);
    this.#mood = random.weighted(FIRST_MOOD[one.course]);
    const windowStart = addMonths(today, -24);
    const { fileBuiltOn } = one.row;
    this.#last = fileBuiltOn > windowStart ? fileBuiltOn : windowStart;
    // A new file is visited within ten working days; an old one goes on in its rhythm of three months.
    this.#next = addDays(this.#last, fileBuiltOn > windowStart ? random.between(3, 13) : random.between(1, 88));
    this.#ends = random.weighted([
      ['no', 962],
      ['death', 12],
      ['loss', 12],
      ['silence', 14],
    ]);
  }

  goesOn() {
    return this.#next <= this.#today;
  }

  visit() {
    const on = onWorkday(this.#next, this.#last);
    if (this.rows.length >= 2 && this.#ends !== 'no' && this.#random.chance(0.18)) {
      this.#end(on);
    } else if (this.#random.chance(this.#case.course === 'neglected' ? 0.12 : 0.015)) {
      this.#add(on, { form: 2, attempt: 'failed' });
      this.#next = addDays(on, this.#random.between(5, 13));
    } else if (this.#mood === 'unstable' && this.#random.chance(0.3)) {
      this.#hospitalStay(on);
    } else {
      this.#complete(on);
    }
  }

  #complete(on) {
    this.#add(on, visitRecord(this.#random, this.#mood, this.#plan));
    this.#next = this.#dueAfter(on);
    this.#mood = this.#random.weighted(NEXT_MOOD[this.#case.course][this.#mood]);
  }

  /** Unstable and admitted: one record says so, the next is made after the discharge. */
  #hospitalStay(on) {
    this.#add(on, hospitalRecord());
    const discharged = addDays(on, this.#random.between(25, 70));
    const seen = onWorkday(addDays(discharged, this.#random.between(2, 12)), discharged);
    if (seen > this.#today) {
      this.#next = addDays(this.#today, 1);
      return;
    }
    this.#mood = this.#random.chance(0.6) ? 'basic' : 'stable';
    this.#add(seen, {
      ...visitRecord(this.#random, this.#mood, this.#plan),
      form: 2,
      contacts: [1, 2],
      hospitalisation: 2,
      lastDischargeOn: discharged,
    });
    this.#next = this.#dueAfter(seen);
    this.#mood = this.#random.weighted(NEXT_MOOD[this.#case.course][this.#mood]);
  }

  #end(on) {
    if (this.#ends === 'death') {
      const deathDate = addDays(on, -Math.min(this.#random.between(2, 20), daysBetween(this.#last, on)));
      const cause = this.#random.weighted([
        [{ deathCause: 1, deathCauseDetail: 3 }, 5],
        [{ deathCause: 1, deathCauseDetail: 2 }, 3],
        [{ deathCause: 4 }, 1],
        [{ deathCause: 2 }, 1],
      ]);
      this.#add(on, { form: 2, contacts: [2], deathDate, ...cause });
    } else if (this.#ends === 'loss') {
      this.#add(on, {
        form: 2,
        contacts: [3],
        lossReason: this.#random.weighted([
          [1, 6],
          [2, 3],
          [3, 1],
        ]),
      });
    }
    this.#next = addDays(this.#today, 1);
  }

  #add(on, record) {
    this.rows.push({ caseNo: this.#case.row.caseNo, visitedOn: on, ...record });
    this.#last = on;
  }

  /** About when the rules ask for the next visit (smi.md N1 to N7), a little early mostly, late now and then. */
  #dueAfter(on) {
    this.#basicSteps = this.#mood === 'basic' ? this.#basicSteps + 1 : 0;
    const due = {
      stable: () => addMonths(on, 3),
      tending: () => addMonths(on, 3),
      basic: () => (this.#basicSteps <= 1 ? addDays(on, 14) : addMonths(on, 1)),
      unstable: () => addDays(on, 14),
    }[this.#mood]();
    const late = this.#random.chance(this.#case.course === 'neglected' ? 0.6 : 0.06);
    if (late) return addDays(due, this.#random.between(4, this.#case.course === 'neglected' ? 150 : 35));
    const early =
      this.#mood === 'stable' || this.#mood === 'tending' ? this.#random.between(0, 14) : this.#random.between(0, 3);
    return addDays(due, -early);
  }
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
