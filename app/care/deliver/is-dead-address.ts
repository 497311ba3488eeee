/**
 * Whether a refusal says that the recipient's mailbox does not exist: a permanent answer with an enhanced status code on the
 * destination address (RFC 3463, 5.1.1, 5.1.2, 5.1.3, 5.1.6, 5.1.10). Other refusals are about the mail, the sender or policy.
 */
export function isDeadAddress(answer: { code: number; response: string }): boolean {
  return answer.code >= 500 && /\b5\.1\.(?:1|2|3|6|10)\b/u.test(answer.response);
}
