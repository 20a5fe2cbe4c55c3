using System.Globalization;
using Translate.FakeServices;

// An imitation of the engines' services by hand, so that the whole program can be tried without a key:
//   dotnet run --project tests/Translate.FakeServices -- --port 5005 --latency 200
//   AZURE_TRANSLATOR_ENDPOINT=http://127.0.0.1:5005 AZURE_TRANSLATOR_KEY=imitation-key translate run samples
if (args.Contains("--help") || args.Contains("-h")) return Usage(0);
Dictionary<string, string> given = [];
for (var i = 0; i + 1 < args.Length; i += 2) given[args[i]] = args[i + 1];
string[] known = ["--service", "--port", "--key", "--region", "--per-minute", "--quota", "--latency", "--texts", "--at-once",
    "--fault-share", "--seed", "--terms", "--ignore-terms", "--damage-terms", "--stall"];
if (args.Length % 2 != 0 || given.Keys.Any(name => !known.Contains(name))) return Usage(2);

FakeAzureOptions options = new()
{
    Latency = TimeSpan.FromMilliseconds(Number("--latency", 0)),
    TextsPerRequest = (int)Number("--texts", 1000),
    RequestsAtOnce = (int)Number("--at-once", 0),
    Terms = TermFile.Read(given.GetValueOrDefault("--terms")) with { Ignored = Number("--ignore-terms", 0), Damaged = Number("--damage-terms", 0) },
};
options.Keys.Clear();
options.Keys.Add(new(given.GetValueOrDefault("--key", "imitation-key"), given.GetValueOrDefault("--region", ""),
    (int)Number("--per-minute", 0), (long)Number("--quota", -1)));

await using FakeAzure service = new(options);
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

Console.WriteLine($"imitation of Azure Translator at {service.Url}, key {options.Keys[0].Value}; counters at {service.Url}counters; Ctrl-C ends it");

TaskCompletionSource ended = new();
Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; ended.TrySetResult(); };
AppDomain.CurrentDomain.ProcessExit += (_, _) => ended.TrySetResult();
await ended.Task;
return 0;

double Number(string name, double otherwise) =>
    given.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;

static int Usage(int code)
{
    Console.Error.WriteLine(
        """
        usage: dotnet run --project tests/Translate.FakeServices -- [options]
          --port N (5005)        --key K (imitation-key)     --region R (none)
          --per-minute N         characters in any 60 seconds, above which it answers 429
          --quota N              characters until it answers 403
          --latency MS           --texts N (1000) a request  --at-once N requests
          --fault-share 0.2      that share of requests fails as on a bad day; --seed N, --stall SECONDS
          --terms FILE.csv       terms that it translates right (columns zh and en); --ignore-terms 0.1, --damage-terms 0.1
        """);
    return code;
}
