using BenchmarkDotNet.Running;
using Translate.Benchmarks;

// One file per hot path: dotnet run -c Release --project tests/Translate.Benchmarks -- --filter '*', or -- memory, or -- segments FILE...
if (args is ["memory", ..]) MemoryFigures.Print(args[1..]);
else if (args is ["segments", _, ..]) SegmentFigures.Print(args[1..]);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
