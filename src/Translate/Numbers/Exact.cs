namespace Translate.Numbers;

/// <summary>Arithmetic on decimals that answers <c>false</c> where the result would not fit, as hostile input can ask for.</summary>
static class Exact
{
    const double Largest = 7.9e27;

    public static bool TryMultiply(decimal a, decimal b, out decimal product)
    {
        product = 0;
        if (Math.Abs((double)a * (double)b) > Largest) return false;
        product = a * b;
        return true;
    }

    public static bool TryPower(decimal value, int exponent, out decimal power)
    {
        var result = Math.Pow((double)value, exponent);
        power = 0;
        if (!double.IsFinite(result) || Math.Abs(result) > Largest) return false;
        power = (decimal)result;
        return true;
    }

    /// <summary>Ten to a power that fits a decimal; the exponent is clamped to what fits.</summary>
    public static decimal PowerOfTen(int exponent)
    {
        decimal power = 1;
        for (var i = 0; i < Math.Min(exponent, 27); i++) power *= 10;
        return power;
    }

    /// <summary>Without the zeros at the end of its fraction, so that 4.800 is written 4.8.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;
}
