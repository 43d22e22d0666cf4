import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

/** Resident memory; undefined where there is no /proc to ask. */
type Memory = {
  /** Peak of the command's own process. */
  readonly processMb: number | undefined
  /** Peak of the largest process it started. */
  readonly childMb: number | undefined
  /** Peak of all of them at one time: what the machine must have. Pages that they share count twice. */
  readonly togetherMb: number | undefined
}

/** What one run of a command cost, its child processes included. */
export type Cost = Memory & {
  readonly userSeconds: number
  readonly systemSeconds: number
  readonly wallSeconds: number
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

/** Asks Linux now and then what each process below the shell holds; gives back how to stop and what was seen. */
function watchMemory(shell: number): () => Memory {
  const peaks = new Map<number, number>()
  let command: number | undefined
  let together = 0
  const look = () => {
    const pids = descendants(shell)
    command ??= pids[0]
    const held = pids.map((pid) => {
      const { peak, now } = memoryOf(pid)
      // Until a fork becomes another program it shows its parent's memory: its first word does not count, and its last does.
      const known = peaks.has(pid)
      if (peak !== undefined) peaks.set(pid, peak)
      return known ? (now ?? 0) : 0
    })
    together = Math.max(
      together,
      held.reduce((sum, each) => sum + each, 0),
    )
  }
  const timer = setInterval(look, POLL_MS)
  return () => {
    clearInterval(timer)
    const processMb = command === undefined ? undefined : peaks.get(command)
    const children = [...peaks].filter(([pid]) => pid !== command).map(([, peak]) => peak)
    return {
      processMb,
      childMb: children.length === 0 ? undefined : Math.max(...children),
      togetherMb: processMb && Math.max(processMb, together),
    }
  }
}

/** Processes below another, nearest first. */
function descendants(pid: number): number[] {
  const own = procText(`${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number)
  return [...own, ...own.flatMap(descendants)]
}

function memoryOf(pid: number): { peak: number | undefined; now: number | undefined } {
  const status = procText(`${pid}/status`)
  const megabytes = (name: string) => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  }
  return { peak: megabytes('VmHWM'), now: megabytes('VmRSS') }
}

/** Empty where the process has ended, or where the system has no /proc. */
function procText(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}
