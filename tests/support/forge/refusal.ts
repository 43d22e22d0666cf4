/** GitHub says no. The body is what GitHub's own looks like. */
export class Refusal extends Error {
  readonly status: number
  readonly errors: readonly unknown[] | undefined
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, message: string, errors?: readonly unknown[], headers = {}) {
    super(message)
    this.status = status
    this.errors = errors
    this.headers = headers
  }
}

export const notFound = () => new Refusal(404, 'Not Found')

/** A request that GitHub understands and will not do; `errors` say why. */
export const unprocessable = (...errors: readonly string[]) =>
  new Refusal(422, 'Unprocessable Entity', errors)

/** A field that GitHub does not take; the shape of its validation errors. */
export const invalid = (resource: string, field: string, message: string) =>
  new Refusal(422, 'Validation Failed', [{ resource, code: 'custom', field, message }])

export function refusalBody({ status, message, errors }: Refusal): object {
  return {
    message,
    ...(errors ? { errors } : {}),
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  }
}
