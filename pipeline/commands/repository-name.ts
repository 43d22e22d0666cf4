import type { RepositoryName } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { UsageError } from './arguments.ts'

const NAME = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+?)(?:\.git)?$/

/** The repository on the forge: named by the option, by the job, or by the address that Git fetches from. */
export async function repositoryOf(ports: Ports, option: string | undefined): Promise<RepositoryName> {
  const written =
    option ?? ports.environment('GITHUB_REPOSITORY') ?? fromAddress(await ports.revisions.origin())
  const match = NAME.exec(written ?? '')
  if (!match)
    throw new UsageError(
      'Không biết kho nào trên GitHub; ghi --repo chủ/kho, ví dụ --repo phuong-thanh-dong/cong-thong-tin',
    )
  return { owner: match[1] as string, name: match[2] as string }
}

/** `https://github.com/chu/kho.git` and `git@github.com:chu/kho.git` → `chu/kho.git`. */
const fromAddress = (address: string | undefined): string | undefined =>
  address?.split(/[/:]/).slice(-2).join('/')
