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

/** CPU seconds a process has used, its ended children included; null where the system does not tell. */
export function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return null;
  }
}

/** CPU seconds of a process and all its present children. */
export function familyCpuSeconds(parent) {
  let sum = cpuSeconds(parent) ?? 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const owner = Number(
        readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ')[1],
      );
      if (owner === parent) sum += cpuSeconds(Number(pid)) ?? 0;
    } catch {
      // gone meanwhile
    }
  }
  return sum;
}
