import { baseName } from '../../fs/index.ts';

/** Names that are files though they have no ending; of those that begin with a dot, all but the folders that tools keep. */
const files = /^(?:[Mm]akefile|LICEN[CS]E|README|VERSION|Procfile|Brewfile|Rakefile|Gemfile|Pipfile|Caddyfile|Jenkinsfile|Vagrantfile|Dockerfile|crontab|hosts|passwd|group|gradlew|mvnw|artisan|supervisord|(?:docker-)?entrypoint|\.(?!git$|github$|mvn$|cargo$|yarn$|husky$|config$|docker$|vscode$|next$|aws$|ssh$|circleci$|well-known$|storybook$|venv$).+)$/;

/** Whether a path that nobody has is a file, by its last name alone: else it is taken for a folder. */
export function looksLikeFile(path: string): boolean {
  const name = baseName(path);
  return files.test(name) || (/[^.]\.[A-Za-z0-9_-]{1,12}$/.test(name) && !/\.d$/.test(name));
}
