namespace Translate.Memory;

/// <summary>A memory file cannot be used as it is. The message is one line: what, where, what next.</summary>
public sealed class MemoryFileException(string message, Exception? inner = null) : Exception(message, inner);
