"""Edits a workbook in LibreOffice as reviewers do, at random but by a seed, and prints what LibreOffice itself then shows.

Usage: edit_in_libreoffice.py ORIGINAL FOLDER FIRST COUNT
Writes FOLDER/h<seed>.xlsx for every seed and one line of JSON for each: [[row, key, source, target, status, kind], ...].
"""
import json
import os
import random
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField
from com.sun.star.table.CellContentType import EMPTY, FORMULA, VALUE

WORDS = ["todo", "draft", "edited", "approved", "rejected", "question", "joined"]


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


def start(folder):
    pipe = "translate%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "-env:UserInstallation=file://%s/profile" % folder, "--accept=pipe,name=%s;urp;" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


class Sheet:
    def __init__(self, document, seed):
        self.sheet = document.Sheets.getByName("Review")
        self.random = random.Random(seed)

    def size(self):
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        return cursor.RangeAddress.EndColumn + 1, cursor.RangeAddress.EndRow + 1

    def header(self):
        """Row of the header and its columns by name."""
        columns, rows = self.size()
        for row in range(min(rows, 20)):
            names = {self.cell(column, row).String.strip().lower(): column for column in range(columns)}
            if "key" in names and "target" in names:
                return row, names
        raise SystemExit("the header is gone")

    def cell(self, column, row):
        return self.sheet.getCellByPosition(column, row)

    def step(self):
        head, names = self.header()
        columns, rows = self.size()
        if rows <= head + 2:
            return
        row = self.random.randrange(head + 1, rows)
        target, status = self.cell(names["target"], row), self.cell(names["status"], row)
        kind = self.random.randrange(22)
        if kind <= 4:
            target.String = "edit %d\nof two lines & <more> “quoted”" % self.random.randrange(50)
        elif kind == 5:
            target.String = ""
        elif kind <= 8:
            status.String = self.random.choice(WORDS)
        elif kind == 9:
            status.String = "gut"
        elif kind == 10:
            self.cell(names["comment"], row).String = "=why?"
        elif kind == 11:
            self.sheet.Annotations.insertNew(target.CellAddress, "a note\nof two lines")
        elif kind == 12:
            self.sheet.Rows.removeByIndex(row, 1)
        elif kind == 13:
            self.sheet.Rows.insertByIndex(row, 1)
            self.cell(names["target"], row).String = "inserted"
        elif kind == 14:
            self.sheet.Rows.insertByIndex(row, 1)
            source = self.sheet.getCellRangeByPosition(0, row + 1, columns - 1, row + 1)
            self.sheet.copyRange(self.cell(0, row).CellAddress, source.RangeAddress)
        elif kind == 15:
            field = TableSortField(Field=self.random.randrange(columns), IsAscending=self.random.random() < 0.5)
            data = self.sheet.getCellRangeByPosition(0, head + 1, columns - 1, rows - 1)
            data.sort((prop("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))), prop("ContainsHeader", False)))
        elif kind == 16:
            self.sheet.Rows.getByIndex(row).IsVisible = False
        elif kind == 17:
            column = self.random.randrange(columns)
            self.sheet.Columns.insertByIndex(column, 1)
            self.cell(column, head).String = "my notes %d" % columns
        elif kind == 18:
            old, new = self.random.randrange(columns), self.random.randrange(columns)
            self.sheet.Columns.insertByIndex(new, 1)
            old += old >= new
            moved = self.sheet.getCellRangeByPosition(old, 0, old, rows - 1)
            self.sheet.moveRange(self.cell(new, 0).CellAddress, moved.RangeAddress)
            self.sheet.Columns.removeByIndex(old, 1)
        elif kind == 19:
            source = self.cell(names["source"], row)
            source.String = source.String + "改"
        elif kind == 20:
            target.Value = 2026
        else:
            target.Formula = self.random.choice(['="pasted "&"result"', "=1/0", "=1=1"])

    def rows(self):
        head, names = self.header()
        _, rows = self.size()
        found = []
        for row in range(head + 1, rows):
            target = self.cell(names["target"], row)
            text = lambda name: self.cell(names[name], row).String
            kind = "error" if target.Error else "empty" if target.Type == EMPTY else "value" if target.Type in (VALUE, FORMULA) else "text"
            line = [row + 1, text("key"), text("source"), target.String, text("status"), kind]
            if any(line[1:5]) or text("comment"):
                found.append(line)
        return found


def main():
    original, folder, first, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    office, desktop = start(folder)
    try:
        for seed in range(first, first + count):
            document = desktop.loadComponentFromURL("file://" + original, "_blank", 0, (prop("Hidden", True),))
            sheet = Sheet(document, seed)
            for _ in range(seed % 25):
                sheet.step()
            print(json.dumps(sheet.rows(), ensure_ascii=False))
            document.storeToURL("file://%s/h%d.xlsx" % (folder, seed), (prop("FilterName", "Calc MS Excel 2007 XML"),))
            document.close(True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait(30)


main()
