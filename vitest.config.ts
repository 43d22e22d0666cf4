import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const VISITS_PAGES = /\/tests\/browser\//

/** Files are begun by their size; those that visit every page of a portal are small and take longest. */
class PagesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files)
    const visits = ({ moduleId }: TestSpecification) => VISITS_PAGES.test(moduleId)
    return [...bySize.filter(visits), ...bySize.filter((each) => !visits(each))]
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // One more than the two cores that we count on: tests of processes and browsers also wait.
    maxWorkers: 3,
    sequence: { sequencer: PagesFirst },
  },
})
