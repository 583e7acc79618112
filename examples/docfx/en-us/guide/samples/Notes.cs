using System;

// <save>
class Note
{
    public string Text { get; set; } = "";

    public void Save()
    {
        // <check>
        if (Text.Length == 0)
            throw new InvalidOperationException("A note needs words.");
        // </check>
        Console.WriteLine("Saved.");
    }
}
// </save>

#region start
new Note { Text = "Call Ada" }.Save();
#endregion
