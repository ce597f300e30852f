import { toText } from '../../run/system/byte-string.ts';
import { attempt } from '../../run/system/errno.ts';
import type { Tool } from '../../run/tools/tool.ts';
import type { Session } from '../session.ts';
import { project } from '../workstation.ts';

/** `edit FILE`, and whatever editor somebody is used to: the page's own opens the file, a new one where there is none. */
export function editor(session: Session): Tool {
  return {
    name: 'edit',
    aliases: ['code', 'editor', 'emacs', 'nano', 'vi', 'vim'],
    run: (process, args) => session.within(process, () => {
      const typed = args.filter((arg) => !/^[-+]/.test(arg)).at(-1);
      if (typed === undefined) return process.fail('say which file to open');
      const path = session.path(toText(typed));
      if (!path.startsWith(`${project}/`)) return process.fail(`${typed} is not in the project, and the editor opens its files only`);
      const there = process.peek(typed);
      if (there?.type === 'dir') return process.fail(`${typed} is a directory`);
      const made = there ? undefined : attempt(() => process.writeFile(typed, ''));
      if (made?.errno !== undefined) return process.fail(`${typed}: No such file or directory`);
      session.opens = path.slice(project.length + 1);
      return 0;
    }),
  };
}
