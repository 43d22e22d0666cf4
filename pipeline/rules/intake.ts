import { parseDay, parseInstant, startOf } from '../calendar/local-time.ts'
import { refsOf } from '../regulation/regulation.ts'
import { placeOfField, type Rule } from './rule.ts'

export const intake: Rule = {
  id: 'intake',
  name: 'tiếp nhận bài gửi tới',
  severity: 'error',
  question: 'Bài do người khác gửi tới ghi đúng kênh gửi của Quy chế, và lúc nhận không ở tương lai?',
  reason:
    'Sổ tiếp nhận đọc trường này: kênh ghi sai thì không đếm được bài tới bằng đường nào, đã đăng hay chưa.',
  advice:
    'Bài nhập bằng `congbo import` từ thư, hay bằng mẫu gửi bài, đã có sẵn trường này; bài tự viết thì không ghi.',
  check: ({ portal, document, now }) => {
    const { intake: sent } = document.front as {
      readonly intake?: { readonly received: string; readonly channel?: string }
    }
    if (!sent) return []
    const { intake: law, shortName } = portal.regulation.law
    const at = placeOfField(document, 'intake')
    const day = parseDay(sent.received)
    const received = day === undefined ? parseInstant(sent.received) : startOf(day)
    const wrong = channelProblem(sent.channel, law?.channels ?? [], shortName)
    return [
      ...(wrong ? [{ at, ...wrong, clauses: refsOf(law?.basis) }] : []),
      ...(received !== undefined && received > now
        ? [{ at, problem: 'Lúc nhận bài (`received`) chưa tới', fix: 'ghi lúc nhận thật' }]
        : []),
    ]
  },
}

type Channel = { readonly id: string; readonly label: string }

function channelProblem(channel: string | undefined, channels: readonly Channel[], shortName: string) {
  if (channels.some(({ id }) => id === channel)) return undefined
  const known = channels.map(({ id, label }) => `${id} (${label})`).join('; ')
  if (channels.length === 0)
    return channel === undefined
      ? undefined
      : { problem: `${shortName} không nêu kênh gửi bài`, fix: 'bỏ dòng `channel` trong `intake`' }
  return channel === undefined
    ? {
        problem: 'Chưa ghi bài gửi qua kênh nào',
        fix: `thêm \`channel\` trong \`intake\`, một trong: ${known}`,
      }
    : { problem: `${shortName} không có kênh gửi \`${channel}\``, fix: `chọn một trong: ${known}` }
}
