/** 0 fine · 1 problems found · 2 cannot run. */
export const EXIT = { ok: 0, problems: 1, cannotRun: 2 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
