import { firstFault, longText, shortText, textFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import type { Incident } from '../incident.ts';
import type { CommandCommand } from './commands.ts';
import { endedFault } from './ended.ts';

type Of<T extends CommandCommand['type']> = Extract<CommandCommand, { type: T }>['data'];

/** Who holds a role in the incident reports its situation, and the command centre. */
function reporterFault(incident: Incident, { actor }: IncidentContext): Rejection | undefined {
  if (actor.role !== 'liaison') return undefined;
  const holders = [...incident.roles.values()];
  if (holders.some(({ account }) => account === actor.id)) return undefined;
  return reject('holdsNoRole', { name: actor.name }, 'incident');
}

export function reportSituation(
  { sitrep, text }: Of<'ReportSituation'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const known = incident.situations.some(({ id }) => id === sitrep);
  const fault = firstFault(
    endedFault(incident),
    known ? reject('alreadyExists', {}, 'sitrep') : undefined,
    textFault(text, 'text', longText),
    reporterFault(incident, context),
  );
  const number = incident.situations.length + 1;
  return fault ?? [{ type: 'SituationReported', data: { sitrep, text, number } }];
}

const largest = 2 ** 50;
const longestUri = 2000;
const mediaTypes = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;
const digest = /^[0-9a-f]{64}$/;
const fileStore = /^file-store:[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** An address of the web without a password in it, or the id of a file in the file store. */
function uriFault(uri: string): Rejection | undefined {
  const fault = textFault(uri, 'uri', longestUri);
  if (fault) return fault;
  const wrong = reject('uriScheme', { allowed: 'https://…, file-store:…' }, 'uri');
  if (fileStore.test(uri)) return undefined;
  const url = /^https:\/\//.test(uri) && URL.canParse(uri) ? new URL(uri) : undefined;
  return url && url.username === '' && url.password === '' ? undefined : wrong;
}

export function addAttachment(data: Of<'AddAttachment'>, incident: Incident): Decision {
  const { attachment, name, mediaType, bytes, sha256, uri } = data;
  const countable = Number.isSafeInteger(bytes) && bytes >= 0 && bytes <= largest;
  const fault = firstFault(
    incident.attachments.has(attachment) ? reject('alreadyExists', {}, 'attachment') : undefined,
    textFault(name, 'name', shortText),
    mediaTypes.test(mediaType) ? undefined : reject('notAMediaType', {}, 'mediaType'),
    countable ? undefined : reject('outOfRange', { min: 0, max: largest }, 'bytes'),
    digest.test(sha256) ? undefined : reject('notADigest', {}, 'sha256'),
    uriFault(uri),
  );
  return fault ?? [{ type: 'AttachmentAdded', data }];
}

/** Only what somebody said can be struck; what happened to the incident is undone by what follows. */
export function strikeEntry(
  { revision, reason }: Of<'StrikeEntry'>,
  incident: Incident,
  { actor }: IncidentContext,
): Decision {
  if (!Number.isSafeInteger(revision) || revision < 0 || revision >= incident.length)
    return reject('unknownEntry', { revision }, 'revision');
  const entry = incident.entries.find((one) => one.revision === revision);
  if (!entry) return reject('notStrikable', { revision }, 'revision');
  const fault = textFault(reason, 'reason', longText);
  if (fault) return fault;
  const centre = actor.role === 'dispatcher' || actor.role === 'commander';
  if (!centre && entry.by !== actor.id)
    return reject('notTheAuthor', { name: entry.name }, 'revision');
  if (incident.struck.has(revision)) return [];
  return [{ type: 'EntryStruck', data: { revision, reason } }];
}
