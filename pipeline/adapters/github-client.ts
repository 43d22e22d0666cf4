import type { Octokit } from 'octokit'
import { ForgeFailure } from './forge.ts'

/** Where GitHub is and with whose rights it is asked; read from the environment of the process. */
export type GitHubSettings = {
  readonly environment: (name: string) => string | undefined
  /** Milliseconds of the first wait before a request is tried again; tests wait less. */
  readonly backOff?: number | undefined
}

const API = 'https://api.github.com'

/** Longest that a run waits for GitHub to take requests again, in seconds. */
const PATIENCE = 120

/**
 * Whose rights are used: the job's own token, or one that an administrator gave for what the job's may not: to read who is in a
 * team, or to propose a change that starts the checks.
 */
export type Rights = 'job' | 'administrator' | 'proposer'

const TOKENS: Record<Rights, readonly string[]> = {
  job: ['GITHUB_TOKEN'],
  administrator: ['CONGBO_TOKEN', 'GITHUB_TOKEN'],
  proposer: ['CONGBO_RECORD_TOKEN', 'GITHUB_TOKEN'],
}

/**
 * octokit with the rights asked for. Only GitHub's own token of a job may write check runs; only another may read who is in a
 * team.
 *
 * @throws ForgeFailure where there is no token
 */
export async function githubClient(
  { environment, backOff }: GitHubSettings,
  rights: Rights = 'job',
): Promise<Octokit> {
  const auth = TOKENS[rights].map(environment).find(Boolean)
  if (!auth)
    throw new ForgeFailure({
      kind: 'token',
      problem: 'Không có mã truy cập GitHub (GITHUB_TOKEN)',
      fix: 'trong GitHub Actions đưa github.token vào biến GITHUB_TOKEN của bước này; trên máy riêng đặt biến GITHUB_TOKEN',
    })
  const again = (seconds: number, _request: object, _client: object, count: number) =>
    count < 2 && seconds <= PATIENCE
  const base = backOff ?? 1000
  // Heavy, and most commands never need it.
  const { Octokit } = await import('octokit')
  return new Octokit({
    auth,
    baseUrl: environment('GITHUB_API_URL') ?? API,
    userAgent: 'congbo',
    log: { debug: silent, info: silent, warn: silent, error: silent },
    retry: { retries: 3, retryAfterBaseValue: base },
    throttle: {
      onRateLimit: again,
      onSecondaryRateLimit: again,
      retryAfterBaseValue: base,
      fallbackSecondaryRateRetryAfter: 30,
    },
  } as never)
}

const silent = () => undefined

/**
 * Asks GitHub something; a refusal becomes a failure that says what to do.
 *
 * @param what what is asked for, as the end of a sentence: `đọc phê duyệt của yêu cầu gộp #12`
 * @param needs the permission that it takes, as GitHub calls it
 */
export async function asking<T>(what: string, needs: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw explained(what, needs, error)
  }
}

type Refusal = { status?: number; message?: string; response?: { headers?: Record<string, string> } }

function explained(what: string, needs: string, error: unknown): unknown {
  if (error instanceof ForgeFailure) return error
  const { status, message = '', response } = error as Refusal
  if (status === undefined) return error
  const limited = response?.headers?.['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message)
  if (limited)
    return new ForgeFailure({
      kind: 'rate-limit',
      problem: `GitHub đang từ chối vì quá nhiều yêu cầu, không ${what} được`,
      fix: 'chờ hết giờ giới hạn rồi chạy lại (Re-run jobs)',
    })
  if (status === 401)
    return new ForgeFailure({
      kind: 'token',
      problem: `Mã truy cập GitHub sai hoặc hết hạn, không ${what} được`,
      fix: 'tạo mã mới và cập nhật vào phần Secrets của kho',
    })
  if (status === 403)
    return new ForgeFailure({
      kind: 'scope',
      problem: `Mã truy cập không đủ quyền để ${what}`,
      fix: `thêm quyền ${needs} cho mã truy cập (khối permissions của workflow, hoặc CONGBO_TOKEN)`,
    })
  if (status === 404)
    return new ForgeFailure({
      kind: 'missing',
      problem: `GitHub không cho thấy thứ cần để ${what} (không có, đã đổi tên, hoặc mã truy cập không được xem)`,
      fix: `kiểm tra tên; kiểm tra quyền ${needs} của mã truy cập`,
    })
  if (status >= 500 || status === 0)
    return new ForgeFailure({
      kind: 'unavailable',
      problem: `GitHub đang trục trặc (${status}), không ${what} được`,
      fix: 'xem https://www.githubstatus.com, rồi chạy lại (Re-run jobs)',
    })
  return new ForgeFailure({
    kind: 'refused',
    problem: `GitHub từ chối (${status}) khi ${what}`,
    fix: 'chạy lại; nếu vẫn vậy thì báo người quản trị',
  })
}
