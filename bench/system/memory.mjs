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
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

/** CPU seconds of a process and everything below it that runs now. */
export function familyCpuSeconds(root) {
  const children = Map.groupBy(processes(), ({ parent }) => parent);
  const sum = (pid) => (cpuSeconds(pid) ?? 0) + (children.get(pid) ?? []).reduce((all, one) => all + sum(one.pid), 0);
  return sum(root);
}

function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ');
        return [{ pid: Number(name), parent: Number(fields[1]) }];
      } catch {
        // gone meanwhile
        return [];
      }
    });
}
