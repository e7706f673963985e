import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of a process in MiB, or null where the system does not tell (not Linux). */
export function residentMemory(pid) {
  return field(`/proc/${pid}/status`, 'VmRSS');
}

/** Memory of a process in which pages shared with others count by share, in MiB: what sums may be taken of. */
export function proportionalMemory(pid) {
  return field(`/proc/${pid}/smaps_rollup`, 'Pss');
}

function field(path, name) {
  try {
    const kibibytes = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(path, 'utf8'))?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) / 1024;
  } catch {
    return null;
  }
}

/** CPU seconds a process has used; null where the system does not tell. */
export function cpuSeconds(pid) {
  const fields = statOf(pid);
  return fields === undefined ? null : ticks(fields, [11, 12]);
}

/** CPU seconds of a process and everything below it, what has ended included. */
export function familyCpuSeconds(root) {
  const family = processes();
  const children = Map.groupBy(family, ({ parent }) => parent);
  // Those of children that have ended stand with the parent that waited for them.
  const sum = ({ pid, fields }) =>
    ticks(fields, [11, 12, 13, 14]) + (children.get(pid) ?? []).reduce((all, one) => all + sum(one), 0);
  return family.filter(({ pid }) => pid === root).reduce((all, one) => all + sum(one), 0);
}

function ticks(fields, places) {
  return places.reduce((all, place) => all + Number(fields[place]), 0) / 100;
}

/** The fields of `/proc/PID/stat` after the name of the program. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
  } catch {
    return undefined;
  }
}

function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const fields = statOf(name);
      // gone meanwhile
      return fields === undefined ? [] : [{ pid: Number(name), parent: Number(fields[1]), fields }];
    });
}
