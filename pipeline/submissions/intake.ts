import type { Regulation } from '../regulation/regulation.ts'

/** The ways in that the product itself has. */
export type Entrance = 'mau-gui-bai' | 'thu-dien-tu'

/**
 * The channel of the regulation that an entrance counts as, by the regulation's own data; nothing where it names no channels, or none of them
 * takes this entrance.
 */
export function channelFor({ law }: Regulation, entrance: Entrance): { channel?: string } {
  const channel = law.intake?.channels?.find(({ takes }) => takes?.includes(entrance))
  return channel ? { channel: channel.id } : {}
}
