import type { Translation } from '../catalogue.ts';
import type { registry as english } from '../en/registry.ts';

export const registry: Translation<typeof english> = {
  'registry.tab': 'Registry',
  'registry.empty': 'Noch wurde nichts gepusht. Ein Image reist als Blobs: Layer, eine Konfiguration, ein Manifest. Eines pushen und sehen, welche davon reisen.',
  'registry.simulated': 'Die Registry ist simuliert: Nichts verlässt diesen Tab.',
  'registry.keeps': '{n, plural, one {{name} hat # Blob.} other {{name} hat # Blobs, jeden einmal.}}',
  'registry.signs': 'Zeichen',
  'registry.new': 'Neu',
  'registry.pulled': 'Gepullt',
  'registry.there': 'Schon da',
  'registry.taken-over': 'Übernommen',
  'registry.mounted': 'Aus anderem Repository',
  'registry.earlier': 'Früher',
  'registry.here': 'Hier',
  'registry.here-too': 'Auch hier',
  'registry.not-here': 'nicht hier',
  'registry.not-pulled': 'Noch nicht gepullt',
  'registry.no-image': 'Kein Image dieses Repositorys.',
  'registry.shelf': 'Registry {name}',
  'registry.repository': 'Repository',
  'registry.tags': '{n, plural, one {# Tag} other {# Tags}}',
  'registry.tags-head': 'Tags',
  'registry.blobs': 'Blobs',
  'registry.kept-once': '{n, plural, one {# Blob} other {# Blobs, jeder einmal}}',
  'registry.pull-fetches': 'ein Pull würde {size} holen',
  'registry.has-everything': 'hat alles',
};
