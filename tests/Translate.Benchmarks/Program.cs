using BenchmarkDotNet.Running;

// One file per hot path: dotnet run -c Release --project tests/Translate.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
