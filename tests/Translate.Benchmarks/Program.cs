using BenchmarkDotNet.Running;
using Translate.Benchmarks;

// One file per hot path: dotnet run -c Release --project tests/Translate.Benchmarks -- --filter '*', or -- memory
if (args is ["memory", ..]) MemoryFigures.Print(args[1..]);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
