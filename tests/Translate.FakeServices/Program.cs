Console.Error.WriteLine("Nothing to imitate yet.");
return 2;
