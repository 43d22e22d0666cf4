import { join } from 'node:path'
import { PORTAL_CARD, sectionCard, shareCardUrl } from '../../templates/components/identity.ts'
import { initials } from '../../templates/components/initials.ts'
import type { PortalView } from '../../templates/view.ts'
import type { Ports } from '../adapters/ports.ts'
import { keyOf } from '../media/packed.ts'
import { SHARE_CARD, type ShareCard } from '../media/share-card.ts'

/** What drawing cards takes of the world. */
type World = Pick<Ports, 'cards' | 'cache' | 'output' | 'product' | 'err'>

/**
 * The cards of a portal by their ids: its own, and one for each section that holds something. There are as many as sections, not as
 * articles. Without a known address of the portal no network could fetch them, so none is drawn.
 */
export function shareCardsOf(portal: PortalView, accent: string): ReadonlyMap<string, ShareCard> {
  if (portal.baseUrl === undefined) return new Map()
  const common = { footer: portal.owner, initials: initials(portal.unitName), accent }
  const own = { ...common, kicker: portal.kindName, title: capitalised(portal.unitName) }
  return new Map([
    [PORTAL_CARD, own],
    ...portal.sections.map(({ title, url }): [string, ShareCard] => [
      sectionCard(url.split('/')[1] as string),
      { ...common, kicker: portal.name, title },
    ]),
  ])
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const FONT = 'templates/assets/og/be-vietnam-pro-600.ttf'

/**
 * Draws the cards, or takes them from where they were kept, and tells which there are: pages name no other. It is done before the
 * pages, and a card that cannot be drawn stops nothing.
 */
export async function makeShareCards(
  world: World,
  cards: ReadonlyMap<string, ShareCard>,
  folder: string,
): Promise<readonly string[]> {
  const font = world.product.read(FONT)
  if (cards.size === 0 || font.state !== 'read') return []
  const made: string[] = []
  for (const [id, card] of cards) {
    const key = keyOf(font.bytes, { card, layout: SHARE_CARD, version: world.cards.version })
    try {
      world.output.write(join(folder, shareCardUrl(id)), await cardBytes(world, card, key))
      made.push(id)
    } catch (error) {
      world.err(`  … không vẽ được ảnh chia sẻ «${card.title}»: ${(error as Error).message}`)
    }
  }
  return made
}

async function cardBytes({ cards, cache }: World, card: ShareCard, key: string): Promise<Uint8Array> {
  const kept = cache.read('the', key)
  if (kept && isWhole(kept)) return kept
  const bytes = await cards.draw(card)
  cache.write('the', key, bytes)
  return bytes
}

/** A picture that was cut off has lost its last chunk. */
const isWhole = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(-8, -4)).toString('latin1') === 'IEND'
