/** Sizes of Go modules: those of the Debian packages of the same software, a stand-in for the module zips. */

const KNOWN: readonly (readonly [path: string, zip: number, unpacked: number])[] = [
  ['github.com/aws/aws-sdk-go', 12878208, 216159232],
  ['github.com/aws/aws-sdk-go-v2', 15816520, 390611968],
  ['github.com/docker/docker', 2722116, 18879488],
  ['github.com/fsnotify/fsnotify', 61916, 305152],
  ['github.com/gin-gonic/gin', 107496, 615424],
  ['github.com/go-chi/chi', 67960, 354304],
  ['github.com/go-sql-driver/mysql', 84964, 430080],
  ['github.com/golang-jwt/jwt', 40888, 214016],
  ['github.com/google/uuid', 20612, 100352],
  ['github.com/gorilla/mux', 46584, 240640],
  ['github.com/gorilla/websocket', 49480, 253952],
  ['github.com/jackc/pgx', 95768, 580608],
  ['github.com/labstack/echo', 367040, 1209344],
  ['github.com/lib/pq', 86600, 454656],
  ['github.com/mattn/go-sqlite3', 84008, 498688],
  ['github.com/nats-io/nats.go', 392424, 2637824],
  ['github.com/prometheus/client_golang', 194364, 1248256],
  ['github.com/rs/zerolog', 61988, 409600],
  ['github.com/sirupsen/logrus', 46100, 218112],
  ['github.com/spf13/cobra', 75204, 517120],
  ['github.com/spf13/viper', 68880, 333824],
  ['github.com/stretchr/testify', 78400, 673792],
  ['github.com/urfave/cli', 6647152, 19226624],
  ['go.etcd.io/bbolt', 79768, 453632],
  ['go.mongodb.org/mongo-driver', 3083796, 18863104],
  ['go.opentelemetry.io/otel', 518876, 8307712],
  ['go.uber.org/zap', 123908, 809984],
  ['golang.org/x/crypto', 1682488, 6140928],
  ['golang.org/x/net', 903620, 6950912],
  ['golang.org/x/sys', 430992, 7633920],
  ['golang.org/x/text', 3994888, 41062400],
  ['golang.org/x/tools', 1607836, 8024064],
  ['google.golang.org/grpc', 1230272, 9893888],
  ['google.golang.org/protobuf', 796076, 12399616],
  ['gopkg.in/yaml.v3', 74304, 480256],
  ['k8s.io/api', 675788, 23843840],
  ['k8s.io/client-go', 879020, 15340544],
];

/** What an unknown module takes: the median of the known ones, varied by its name. */
const USUAL = { zip: 100_000, unpacked: 520_000 };

/** Bytes of a module's zip and of its files unpacked. */
export function moduleSize(path: string): { readonly zip: number; readonly unpacked: number } {
  const known = KNOWN.find(([name]) => path === name || path.startsWith(`${name}/`));
  if (known) return { zip: known[1], unpacked: known[2] };
  let hash = 0;
  for (const c of path) hash = (hash * 31 + c.charCodeAt(0)) >>> 0;
  const factor = 0.3 + (hash % 1000) / 700;
  return { zip: Math.round(USUAL.zip * factor), unpacked: Math.round(USUAL.unpacked * factor) };
}
