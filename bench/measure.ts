import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

/** What one run of a command cost, its child processes included. */
export type Cost = {
  readonly userSeconds: number
  readonly systemSeconds: number
  readonly wallSeconds: number
  /** Peak of the command's own process; undefined where there is no /proc to ask. */
  readonly processMb: number | undefined
  /** Peak of the largest process it started. */
  readonly childMb: number | undefined
}

const POLL_MS = 50
/** Runs the command, then tells on file descriptor 3 what it and everything below it took: any POSIX shell can. */
const TIMED = '"$@"; code=$?; times >&3; exit $code'

/**
 * Runs a command to its end and measures it from outside. Throws with the end of its output where it fails.
 *
 * @param log the file that takes its output
 */
export async function measure(command: readonly string[], cwd: string, log: string): Promise<Cost> {
  const output = openSync(log, 'w')
  const started = performance.now()
  const child = spawn('sh', ['-c', TIMED, 'sh', ...command], {
    cwd,
    stdio: ['ignore', output, output, 'pipe'],
  })
  const end = endWithMe(child.pid as number)
  const peaks = watchMemory(child.pid as number)
  let times = ''
  child.stdio[3]?.on('data', (text: Buffer) => {
    times += text.toString()
  })
  const code = await new Promise<number | null>((done, failed) =>
    child.once('close', done).once('error', failed),
  )
  const wallSeconds = (performance.now() - started) / 1000
  end()
  closeSync(output)
  const memory = peaks()
  if (code !== 0)
    throw new Error(`${command.join(' ')} ended with ${code}:\n${readFileSync(log, 'utf8').slice(-2000)}`)
  return { ...cpuSeconds(times), wallSeconds, ...memory }
}

/** A measurement that is broken off leaves no process behind; gives back how to forget it. */
function endWithMe(pid: number): () => void {
  const kill = () => {
    for (const each of [...descendants(pid), pid]) {
      try {
        process.kill(each)
      } catch {
        // It has ended.
      }
    }
  }
  process.once('exit', kill)
  return () => process.off('exit', kill)
}

/** `0m0.00s 0m0.01s` of the shell itself, and below it the same of its children. */
function cpuSeconds(times: string): Pick<Cost, 'userSeconds' | 'systemSeconds'> {
  const [, , user, system] = [...times.matchAll(/(\d+)m([\d.,]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds?.replace(',', '.')),
  )
  if (user === undefined || system === undefined) throw new Error(`the shell gave no times: ${times}`)
  return { userSeconds: user, systemSeconds: system }
}

/** Asks Linux now and then for the peak of each process below the shell; gives back how to stop and what was seen. */
function watchMemory(shell: number): () => Pick<Cost, 'processMb' | 'childMb'> {
  const peaks = new Map<number, number>()
  let command: number | undefined
  const look = () => {
    const [first, ...others] = descendants(shell)
    command ??= first
    for (const pid of [first, ...others]) {
      const peak = pid === undefined ? undefined : peakMb(pid)
      // The latest word counts: until a fork becomes another program it shows its parent's peak.
      if (pid !== undefined && peak !== undefined) peaks.set(pid, peak)
    }
  }
  const timer = setInterval(look, POLL_MS)
  return () => {
    clearInterval(timer)
    const children = [...peaks].filter(([pid]) => pid !== command).map(([, peak]) => peak)
    return {
      processMb: command === undefined ? undefined : peaks.get(command),
      childMb: children.length === 0 ? undefined : Math.max(...children),
    }
  }
}

/** Processes below another, nearest first. */
function descendants(pid: number): number[] {
  const own = procText(`${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number)
  return [...own, ...own.flatMap(descendants)]
}

function peakMb(pid: number): number | undefined {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(procText(`${pid}/status`))?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}

/** Empty where the process has ended, or where the system has no /proc. */
function procText(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}
