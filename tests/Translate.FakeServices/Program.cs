using System.Globalization;
using System.Runtime.InteropServices;
using Translate.FakeServices;

// An imitation of the engines' services by hand, so that the whole program can be tried without a key:
//   dotnet run --project tests/Translate.FakeServices -- --port 5005 --latency 200
//   AZURE_TRANSLATOR_ENDPOINT=http://127.0.0.1:5005 AZURE_TRANSLATOR_KEY=imitation-key translate run samples
if (args.Contains("--help") || args.Contains("-h")) return Usage(0);
Dictionary<string, string> given = [];
for (var i = 0; i + 1 < args.Length; i += 2) given[args[i]] = args[i + 1];
string[] known = ["--service", "--port", "--key", "--region", "--per-minute", "--quota", "--latency", "--texts", "--at-once",
    "--fault-share", "--seed", "--terms", "--ignore-terms", "--damage-terms", "--halve-terms", "--misplace-terms", "--stall"];
if (args.Length % 2 != 0 || given.Keys.Any(name => !known.Contains(name))) return Usage(2);

var terms = TermFile.Read(given.GetValueOrDefault("--terms")) with
{
    Ignored = Number("--ignore-terms", 0),
    Damaged = Number("--damage-terms", 0),
    Halved = Number("--halve-terms", 0),
    Misplaced = Number("--misplace-terms", 0),
};
var key = given.GetValueOrDefault("--key", "imitation-key");
var (server, says) = Create(given.GetValueOrDefault("--service", "azure"));
if (server is null) return Usage(2);
await using var service = server;
service.Faults.Mix(Number("--fault-share", 0), (int)Number("--seed", 1), FaultPlan.BadDay(TimeSpan.FromSeconds(Number("--stall", 5))));
try
{
    service.Start((int)Number("--port", 5005));
}
catch (IOException fault)
{
    Console.Error.WriteLine($"cannot listen: {fault.Message}; name another --port");
    return 2;
}

TaskCompletionSource ended = new();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
Console.WriteLine($"imitation of {says.Replace("URL", service.Url.ToString().TrimEnd('/'), StringComparison.Ordinal)}; counters at {service.Url}counters; Ctrl-C ends it");
await ended.Task;
return 0;

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ended.TrySetResult();
}

(FakeServer? Service, string Says) Create(string name)
{
    var azureSays = $"Azure Translator: AZURE_TRANSLATOR_ENDPOINT=URL AZURE_TRANSLATOR_KEY={key}";
    FakeOpenAI model = new() { Key = key, Terms = terms };
    return name switch
    {
        "azure" => (new FakeAzure(AzureOptions()), azureSays),
        "azure2026" => (new FakeAzure(AzureOptions()), azureSays + " AZURE_TRANSLATOR_API_VERSION=2026-06-06"),
        "openai" => (model, $"an OpenAI-compatible service: OPENAI_BASE_URL=URL/v1 OPENAI_API_KEY={key} OPENAI_MODEL={model.Model}"),
        "deepl" => (new FakeDeepL { Key = key, Terms = terms, Quota = (long)Number("--quota", -1) }, $"DeepL: DEEPL_ENDPOINT=URL DEEPL_API_KEY={key}"),
        "libretranslate" => (new FakeLibreTranslate { Key = key, Terms = terms }, $"LibreTranslate: LIBRETRANSLATE_URL=URL LIBRETRANSLATE_API_KEY={key}"),
        _ => (null, ""),
    };
}

FakeAzureOptions AzureOptions()
{
    FakeAzureOptions options = new()
    {
        Latency = TimeSpan.FromMilliseconds(Number("--latency", 0)),
        TextsPerRequest = (int)Number("--texts", 1000),
        RequestsAtOnce = (int)Number("--at-once", 0),
        Terms = terms,
    };
    options.Keys.Clear();
    options.Keys.Add(new(key, given.GetValueOrDefault("--region", ""), (int)Number("--per-minute", 0), (long)Number("--quota", -1)));
    return options;
}

double Number(string name, double otherwise) =>
    given.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;

static int Usage(int code)
{
    Console.Error.WriteLine(
        """
        usage: dotnet run --project tests/Translate.FakeServices -- [options]
          --service S            azure (default; answers both versions), azure2026, openai, deepl, libretranslate; says what to set to reach it
          --port N (5005)        --key K (imitation-key)
          --fault-share 0.2      that share of requests fails as on a bad day; --seed N, --stall SECONDS
          --terms FILE.csv       terms that it translates right (columns zh and en); of these are spoilt:
                                 --ignore-terms 0.1, --damage-terms 0.1, --halve-terms 0.1, --misplace-terms 0.1
        azure only:
          --region R (none)      --per-minute N characters in any 60 seconds, above which it answers 429
          --quota N              characters until it answers 403 (deepl: 456)
          --latency MS           --texts N (1000) a request  --at-once N requests
        """);
    return code;
}
